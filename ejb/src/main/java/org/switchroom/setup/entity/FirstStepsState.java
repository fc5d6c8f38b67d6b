package org.switchroom.setup.entity;

import java.util.Arrays;
import java.util.Set;

/**
 * How far an installation is.
 *
 * @param done the steps that are seen to be done
 * @param hidden whether an administrator put the list away
 */
public record FirstStepsState(Set<FirstStep> done, boolean hidden) {

    public FirstStepsState {
        done = Set.copyOf(done);
    }

    public boolean isDone(FirstStep step) {
        return done.contains(step);
    }

    /** Whether nothing is left that a call centre needs. */
    public boolean isComplete() {
        return Arrays.stream(FirstStep.values())
                .filter(step -> !step.isOptional())
                .allMatch(done::contains);
    }

    /** Whether an administrator who comes in should see the list first. */
    public boolean isOffered() {
        return !hidden && !isComplete();
    }
}
