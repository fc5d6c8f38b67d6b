package org.switchroom.queue.control;

import java.time.Instant;
import org.switchroom.guard.entity.Caller;

/** Claimed actions for tests. */
final class ClaimedActions {
    static final Instant DUE_AT = Instant.parse("2026-03-01T12:00:00Z");

    private ClaimedActions() {}

    static ClaimedAction ordinary(long id) {
        return of(id, "Originate", 5);
    }

    static ClaimedAction urgent(long id) {
        return of(id, "Hangup", 1);
    }

    static ClaimedAction of(long id, String action, int urgency) {
        return new ClaimedAction(
                id,
                1,
                "pbx1",
                action,
                "{}",
                false,
                urgency,
                DUE_AT,
                DUE_AT.plusSeconds(30),
                ActionTag.fresh(id),
                Caller.known("test"));
    }
}
