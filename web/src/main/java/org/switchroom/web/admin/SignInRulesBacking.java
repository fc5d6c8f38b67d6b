package org.switchroom.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;
import org.switchroom.audit.boundary.AuditTrail;
import org.switchroom.common.StaleVersionException;
import org.switchroom.user.boundary.RulesOfSignIn;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.entity.SignInRules;
import org.switchroom.web.support.Merge;
import org.switchroom.web.support.Words;

/** What holds for everybody's sign-in. */
@Named("signInRules")
@ViewScoped
public class SignInRulesBacking implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient RulesOfSignIn rules;

    @Inject
    private transient AuditTrail trail;

    @Inject
    private transient Words words;

    private boolean required;
    private String keptDays;
    private long version;
    private Map<String, String> base;
    private Merge merge;

    @PostConstruct
    void read() {
        RulesOfSignIn.Present present = rules.present();
        version = present.version();
        base = present.rules().fields();
        take(base);
    }

    public void save() {
        try {
            rules.change(wanted(), version);
            merge = null;
            read();
            words.say(FacesMessage.SEVERITY_INFO, "saved", words.of("rules"));
        } catch (SettingsRefusedException e) {
            e.violations()
                    .forEach(each -> words.sayAt("edit:" + each.field(), FacesMessage.SEVERITY_ERROR, each.message()));
        } catch (StaleVersionException e) {
            meet();
        }
    }

    /** Somebody saved first: shows what, and goes on from there. */
    private void meet() {
        RulesOfSignIn.Present present = rules.present();
        merge = Merge.of(base, fields(), present.rules().fields(), trail.latest("sign_in_rules", "all"));
        version = present.version();
        base = present.rules().fields();
        take(merge.merged());
    }

    public void takeTheirs(String field) {
        take(merge.withTheirs(field, fields()));
    }

    private Map<String, String> fields() {
        return Map.of(
                "second_factor_required",
                Boolean.toString(required),
                "sessions_kept_days",
                keptDays == null ? "" : keptDays.strip());
    }

    private SignInRules wanted() {
        String days = fields().get("sessions_kept_days");
        return new SignInRules(required, days.matches("[0-9]{1,4}") ? Integer.parseInt(days) : 0);
    }

    private void take(Map<String, String> fields) {
        required = Boolean.parseBoolean(fields.get("second_factor_required"));
        keptDays = fields.get("sessions_kept_days");
    }

    public Merge getMerge() {
        return merge;
    }

    public boolean isRequired() {
        return required;
    }

    public void setRequired(boolean required) {
        this.required = required;
    }

    public String getKeptDays() {
        return keptDays;
    }

    public void setKeptDays(String keptDays) {
        this.keptDays = keptDays;
    }
}
