package org.switchroom.web.step;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.switchroom.user.boundary.SecondFactors;
import org.switchroom.user.entity.SignInStep;
import org.switchroom.web.support.PendingSignIn;
import org.switchroom.web.support.SignInCourse;
import org.switchroom.web.support.SignInTarget;

/** Takes a code of the second factor. */
@Named("codeStep")
@RequestScoped
public class CodeStepBacking {
    @Inject
    private SignInCourse course;

    @Inject
    private SecondFactors factors;

    @Inject
    private HttpServletRequest request;

    private String code;

    public void go() throws IOException, ServletException {
        Optional<PendingSignIn> pending = course.at(SignInStep.CODE);
        if (pending.isEmpty() || !course.mayTry(pending.get().name())) {
            course.refuse(SignInTarget.asked(pending.map(PendingSignIn::target).orElse("")));
            return;
        }
        String name = pending.get().name();
        if (factors.isRight(name, code, Optional.ofNullable(request.getRemoteAddr()))) {
            course.goOn(name, true, pending.get().target());
        } else {
            course.failed(name);
            course.leaveTo("/step/code.xhtml?wrong");
        }
    }

    public String getCode() {
        return "";
    }

    public void setCode(String code) {
        this.code = code;
    }
}
