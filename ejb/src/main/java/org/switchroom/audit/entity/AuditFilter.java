package org.switchroom.audit.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * Which entries are wanted.
 *
 * @param actor name of who did it
 * @param subject what kind of thing
 * @param key which one
 * @param from at this moment or later
 * @param until before this moment
 */
public record AuditFilter(
        Optional<String> actor,
        Optional<String> subject,
        Optional<String> key,
        Optional<Instant> from,
        Optional<Instant> until) {
    public static final AuditFilter ALL =
            new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** All that somebody did. */
    public static AuditFilter by(String actor) {
        return new AuditFilter(
                Optional.of(actor), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** All about one thing. */
    public static AuditFilter about(String subject, String key) {
        return new AuditFilter(
                Optional.empty(), Optional.of(subject), Optional.of(key), Optional.empty(), Optional.empty());
    }
}
