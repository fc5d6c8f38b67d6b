package org.switchroom.queue.control;

import java.time.Instant;
import java.util.Set;
import org.switchroom.guard.entity.Caller;

/** A row as our own code stores it: checked, and complete before it is inserted. */
record NewRow(
        String serverName,
        String action,
        String headers,
        Integer priority,
        Instant notBefore,
        Instant createdAt,
        Instant expiresAt,
        String idempotencyKey,
        String submittedBy,
        String stage,
        boolean internal,
        LaneKey lane) {
    private static final Set<String> URGENT = Set.of("Hangup", "Redirect");

    /** Whether it may be claimed by the transaction that stores it. */
    boolean mayGoAtOnce() {
        return stage.equals("DUE") && expiresAt.isAfter(createdAt);
    }

    /** As the table computes it. */
    int urgency() {
        if (priority != null) {
            return priority;
        }
        return URGENT.contains(action) ? 1 : 5;
    }

    /** This row, stored under this id and claimed in this epoch. */
    ClaimedAction claimed(long id, long epoch, String chance) {
        return new ClaimedAction(
                id,
                epoch,
                serverName,
                action,
                headers,
                internal,
                urgency(),
                createdAt,
                expiresAt,
                ActionTag.of(id, chance),
                Caller.known(submittedBy));
    }
}
