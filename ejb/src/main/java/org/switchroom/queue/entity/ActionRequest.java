package org.switchroom.queue.entity;

import java.time.Instant;

/**
 * An action to be submitted through our own doors.
 *
 * @param headers JSON object as text, as in the column
 * @param priority 0 to 9, or null for the action's own
 * @param notBefore not earlier than this, or null
 * @param expiresAt not later than this, or null for 30 s after the later of now and notBefore
 * @param idempotencyKey at most 128 characters, or null
 */
public record ActionRequest(
        String serverName,
        String action,
        String headers,
        Integer priority,
        Instant notBefore,
        Instant expiresAt,
        String idempotencyKey) {}
