package org.switchroom.queue.control;

import java.time.Instant;

/** A row as a foreign client inserted it, nothing checked yet. */
record ArrivedAction(
        long id,
        String serverName,
        String action,
        String headers,
        Integer priority,
        boolean internal,
        String idempotencyKey,
        String submittedBy,
        String databaseAccount,
        boolean early,
        boolean expired,
        int urgency,
        Instant createdAt,
        Instant dueAt,
        Instant expiresAt) {

    /** This row, claimed in this epoch. */
    ClaimedAction claimed(long epoch, String chance) {
        return new ClaimedAction(
                id, epoch, serverName, action, headers, internal, urgency, dueAt, expiresAt, ActionTag.of(id, chance));
    }

    /** Name of the database account without its host. */
    String accountName() {
        int at = databaseAccount.lastIndexOf('@');
        return at < 0 ? databaseAccount : databaseAccount.substring(0, at);
    }
}
