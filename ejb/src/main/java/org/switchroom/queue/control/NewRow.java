package org.switchroom.queue.control;

import java.time.Instant;

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
        String trunk) {}
