package org.switchroom.guard.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a call has come.
 *
 * @param over whether its row and it are both at their end
 * @param endedAt when it ended, if it was seen to end
 */
public record CallProgress(boolean over, Optional<Instant> answeredAt, Optional<Instant> endedAt) {
    /** Of whose row nothing is left. */
    public static final CallProgress GONE = new CallProgress(true, Optional.empty(), Optional.empty());
}
