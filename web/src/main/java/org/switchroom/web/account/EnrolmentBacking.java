package org.switchroom.web.account;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import org.switchroom.user.boundary.RulesOfSignIn;
import org.switchroom.user.boundary.SecondFactors;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.control.Totp;
import org.switchroom.web.support.QrCode;
import org.switchroom.web.support.SignInCourse;
import org.switchroom.web.support.Viewer;
import org.switchroom.web.support.Words;

/** One's own second factor: set up by picture or by text, its recovery codes, and its end. The key is shown until its first code and never again. */
@Named("enrolment")
@ViewScoped
public class EnrolmentBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String FIELD = "factor:code";

    @Inject
    private transient SecondFactors factors;

    @Inject
    private transient RulesOfSignIn rules;

    @Inject
    private transient SignInCourse course;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient HttpServletRequest request;

    @Inject
    private transient Words words;

    private transient SecondFactors.State state;
    private String key;
    private String code;
    private List<String> codes = List.of();

    /** As a step of the sign-in it begins by itself. */
    @PostConstruct
    void read() {
        if (request.getServletPath().startsWith("/step/") && getState().since().isEmpty()) {
            begin();
        }
    }

    /** Another key, unless one is just being set up. */
    public void begin() {
        key = key == null ? Totp.newKey() : key;
        codes = List.of();
    }

    public void enrol() {
        if (key == null) {
            return;
        }
        try {
            state = null;
            codes = factors.enrol(viewer.name(), key, code);
            key = null;
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
        return key != null;
    }

    /** In groups of four, as people type it. */
    public String getKey() {
        return key == null ? "" : String.join(" ", key.split("(?<=\\G.{4})"));
    }

    public QrCode getPicture() {
        return QrCode.of(Totp.address(viewer.name(), key));
    }

    /** Shown in the answer that made them. */
    public List<String> getCodes() {
        return codes;
    }

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
