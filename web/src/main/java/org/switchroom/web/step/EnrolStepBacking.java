package org.switchroom.web.step;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Optional;
import org.switchroom.user.boundary.SecondFactors;
import org.switchroom.user.entity.SignInStep;
import org.switchroom.web.support.PendingSignIn;
import org.switchroom.web.support.SignInCourse;
import org.switchroom.web.support.SignInTarget;

/** Goes on once a second factor is enrolled. */
@Named("enrolStep")
@RequestScoped
public class EnrolStepBacking {
    @Inject
    private SignInCourse course;

    @Inject
    private SecondFactors factors;

    public void go() throws IOException, ServletException {
        Optional<PendingSignIn> pending = course.at(SignInStep.ENROL);
        if (pending.isEmpty() || factors.state(pending.get().name()).since().isEmpty()) {
            course.refuse(SignInTarget.asked(pending.map(PendingSignIn::target).orElse("")));
        } else {
            course.goOn(pending.get().name(), true, pending.get().target());
        }
    }
}
