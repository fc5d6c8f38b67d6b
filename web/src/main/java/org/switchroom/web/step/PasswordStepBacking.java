package org.switchroom.web.step;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Optional;
import org.switchroom.user.boundary.Accounts;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.entity.SignInStep;
import org.switchroom.web.support.PendingSignIn;
import org.switchroom.web.support.SignInCourse;
import org.switchroom.web.support.SignInTarget;
import org.switchroom.web.support.Words;

/** Takes a password of the owner's own choice in the place of one that somebody else set. */
@Named("passwordStep")
@RequestScoped
public class PasswordStepBacking {
    @Inject
    private SignInCourse course;

    @Inject
    private Accounts accounts;

    @Inject
    private Words words;

    private String password;

    public void go() throws IOException, ServletException {
        Optional<PendingSignIn> pending = course.at(SignInStep.PASSWORD);
        if (pending.isEmpty()) {
            course.refuse(SignInTarget.asked(""));
            return;
        }
        try {
            accounts.choosePassword(pending.get().name(), password);
            course.goOn(
                    pending.get().name(),
                    pending.get().codeGiven(),
                    pending.get().target());
        } catch (SettingsRefusedException e) {
            words.sayAt(
                    "step:password",
                    FacesMessage.SEVERITY_ERROR,
                    e.violations().get(0).message());
        }
    }

    public String getPassword() {
        return "";
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
