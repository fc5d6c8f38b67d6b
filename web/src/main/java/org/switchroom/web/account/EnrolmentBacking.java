package org.switchroom.web.account;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.switchroom.user.boundary.RulesOfSignIn;
import org.switchroom.user.boundary.SecondFactors;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.control.Totp;
import org.switchroom.web.support.PageSession;
import org.switchroom.web.support.QrCode;
import org.switchroom.web.support.SignInCourse;
import org.switchroom.web.support.Viewer;
import org.switchroom.web.support.Words;

/**
 * One's own second factor: set up by picture or by text, its recovery codes, and its end. The key
 * waits in the session until its first code and is shown never again.
 */
@Named("enrolment")
@RequestScoped
public class EnrolmentBacking {
    private static final String FIELD = "factor:code";

    @Inject
    private SecondFactors factors;

    @Inject
    private RulesOfSignIn rules;

    @Inject
    private SignInCourse course;

    @Inject
    private Viewer viewer;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Words words;

    private SecondFactors.State state;
    private String code;
    private List<String> codes = List.of();

    /** As a step of the sign-in it begins by itself. */
    @PostConstruct
    void read() {
        if (request.getServletPath().startsWith("/step/") && getState().since().isEmpty()) {
            begin();
        }
    }

    private Optional<String> key() {
        return PageSession.key(request.getSession(false));
    }

    /** Another key, unless one is just being set up. */
    public void begin() {
        if (key().isEmpty()) {
            PageSession.key(request.getSession(), Optional.of(Totp.newKey()));
        }
    }

    public void enrol() {
        Optional<String> key = key();
        if (key.isEmpty()) {
            return;
        }
        try {
            state = null;
            codes = factors.enrol(viewer.name(), key.get(), code);
            PageSession.key(request.getSession(), Optional.empty());
            words.say(FacesMessage.SEVERITY_INFO, "factor.enrolled");
        } catch (SettingsRefusedException e) {
            words.sayAt(FIELD, FacesMessage.SEVERITY_ERROR, words.of("factor.wrong"));
        }
    }

    public void renew() {
        withCode(() -> {
            codes = factors.renewCodes(viewer.name(), code);
            words.say(FacesMessage.SEVERITY_INFO, "factor.renewed");
        });
    }

    public void drop() {
        withCode(() -> {
            factors.drop(viewer.name(), code);
            codes = List.of();
            words.say(FacesMessage.SEVERITY_INFO, "factor.dropped");
        });
    }

    /** A wrong code counts like one at the sign-in. */
    private void withCode(Runnable change) {
        if (!course.mayTry(viewer.name())) {
            words.sayAt(FIELD, FacesMessage.SEVERITY_ERROR, words.of("factor.locked"));
            return;
        }
        state = null;
        try {
            change.run();
        } catch (SettingsRefusedException e) {
            course.failed(viewer.name());
            words.sayAt(FIELD, FacesMessage.SEVERITY_ERROR, words.of("factor.wrong"));
        }
    }

    public SecondFactors.State getState() {
        if (state == null) {
            state = factors.state(viewer.name());
        }
        return state;
    }

    /** Whether the rules want one of anybody. */
    public boolean isWanted() {
        return rules.rules().secondFactorRequired();
    }

    public boolean isBegun() {
        return key().isPresent();
    }

    /** In groups of four, as people type it. */
    public String getKey() {
        return key().map(key -> String.join(" ", key.split("(?<=\\G.{4})"))).orElse("");
    }

    public QrCode getPicture() {
        return QrCode.of(Totp.address(viewer.name(), key().orElse("")));
    }

    /** Shown in the answer that made them. */
    public List<String> getCodes() {
        return codes;
    }

    /** The answer to the next press holds them no more. */
    public void putAway() {
        codes = List.of();
    }

    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = code;
    }
}
