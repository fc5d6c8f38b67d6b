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
        Instant createdAt) {

    /** Name of the database account without its host. */
    String accountName() {
        int at = databaseAccount.lastIndexOf('@');
        return at < 0 ? databaseAccount : databaseAccount.substring(0, at);
    }
}
