package org.switchroom.guard.entity;

import java.time.Instant;

/**
 * Costly numbers that one group may call for a while.
 *
 * @param id 0 if it is not stored yet
 * @param destination {@code DE:PREMIUM_RATE}, or how numbers begin
 * @param reason may be null
 */
public record Unlock(long id, String group, String destination, Instant until, String reason, String by, Instant at) {

    public boolean isOpen(Instant now) {
        return now.isBefore(until);
    }
}
