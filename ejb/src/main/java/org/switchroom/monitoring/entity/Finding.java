package org.switchroom.monitoring.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What one look at an invariant found.
 *
 * @param at when, in database time
 * @param took how long the look took
 * @param offenders what breaks it, each in words and with its id; at most {@link #MOST_OFFENDERS}
 * @param more whether there are more offenders than these
 * @param problem why it could not be looked at; empty if it could
 */
public record Finding(
        Invariant invariant, Instant at, Duration took, List<String> offenders, boolean more, String problem) {
    public static final int MOST_OFFENDERS = 20;

    /** What a look found. */
    public static Finding of(Invariant invariant, Instant at, Duration took, List<String> offenders) {
        boolean more = offenders.size() > MOST_OFFENDERS;
        return new Finding(
                invariant, at, took, List.copyOf(more ? offenders.subList(0, MOST_OFFENDERS) : offenders), more, "");
    }

    /** A look that was not possible. */
    public static Finding failed(Invariant invariant, Instant at, Duration took, String problem) {
        return new Finding(invariant, at, took, List.of(), false, problem);
    }

    public boolean isBroken() {
        return !offenders.isEmpty();
    }

    /** Whether it could be looked at. */
    public boolean isKnown() {
        return problem.isEmpty();
    }

    /** How many offenders are named; -1 if nobody could look. */
    public int count() {
        return isKnown() ? offenders.size() : -1;
    }
}
