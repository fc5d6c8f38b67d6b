package org.switchroom.web.support;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.switchroom.user.entity.SignInStep;

/**
 * Somebody gave the right password and is not in yet.
 *
 * @param step what is asked for now
 * @param codeGiven whether a code of the second factor was given
 * @param target page that is opened afterwards
 */
public record PendingSignIn(String name, SignInStep step, boolean codeGiven, String target, Instant since)
        implements Serializable {
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Whether there is still time. */
    boolean isFresh(Instant now) {
        return now.isBefore(since.plus(LONGEST)) && !now.isBefore(since.minus(LONGEST));
    }

    /** The page where the step is done. */
    public String page() {
        return switch (step) {
            case CODE -> "/step/code.xhtml";
            case PASSWORD -> "/step/password.xhtml";
            case ENROL -> "/step/enrol.xhtml";
        };
    }
}
