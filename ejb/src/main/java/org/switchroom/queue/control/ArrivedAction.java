package org.switchroom.queue.control;

import java.time.Instant;
import org.switchroom.guard.entity.Caller;
import org.switchroom.queue.catalogue.Submission;

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

    /** What it asks for. */
    Submission submission() {
        return new Submission(serverName, action, headers, priority, null, null, internal);
    }

    /** Who answers for it. */
    Caller caller() {
        return new Caller(submittedBy, databaseAccount);
    }

    /** This row, claimed in this epoch. */
    ClaimedAction claimed(long epoch, String chance) {
        return new ClaimedAction(
                id,
                epoch,
                serverName,
                action,
                headers,
                internal,
                urgency,
                dueAt,
                expiresAt,
                ActionTag.of(id, chance),
                caller());
    }

    /** Name of the database account without its host. */
    String accountName() {
        int at = databaseAccount.lastIndexOf('@');
        return at < 0 ? databaseAccount : databaseAccount.substring(0, at);
    }
}
