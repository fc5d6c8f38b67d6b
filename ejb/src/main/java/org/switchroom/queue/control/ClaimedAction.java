package org.switchroom.queue.control;

import java.time.Instant;
import org.switchroom.guard.entity.Caller;

/**
 * A row that this node has claimed and will write at most once.
 *
 * @param epoch the epoch in which this node owned the server when it claimed the row; it writes in no other
 * @param dueAt the later of creation and not_before, from which its delay counts
 */
public record ClaimedAction(
        long id,
        long epoch,
        String serverName,
        String action,
        String headers,
        boolean internal,
        int urgency,
        Instant dueAt,
        Instant expiresAt,
        ActionTag tag,
        Caller caller) {
    /** Urgent actions overtake all others in their server's lane (design: Hangup and Redirect have 1). */
    public boolean isUrgent() {
        return urgency <= 1;
    }
}
