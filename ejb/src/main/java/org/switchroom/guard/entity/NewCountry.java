package org.switchroom.guard.entity;

import java.time.Duration;
import java.time.Instant;

/**
 * A country that was called.
 *
 * @param seenBy who put its alarm out, or null
 */
public record NewCountry(String country, Instant firstCalledAt, String firstCalledBy, String seenBy) {
    /** So long a country is new. */
    public static final Duration NEW_FOR = Duration.ofHours(24);

    public boolean isAlarm(Instant now) {
        return seenBy == null && now.isBefore(firstCalledAt.plus(NEW_FOR));
    }
}
