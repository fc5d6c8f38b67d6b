package org.switchroom.web.admin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.switchroom.audit.entity.AuditFilter;

/** What was typed to search the audit, as the filter that it means. */
final class AuditQuery {
    private AuditQuery() {}

    /**
     * @param from a day like 2026-01-31
     * @param until the last day that is wanted
     */
    static AuditFilter of(String actor, String subject, String key, String from, String until, ZoneId zone) {
        return new AuditFilter(
                typed(actor),
                typed(subject),
                typed(key),
                day(from).map(date -> start(date, zone)),
                day(until).map(date -> start(date.plusDays(1), zone)));
    }

    private static Optional<String> typed(String text) {
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static Instant start(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }

    /** A browser's date field gives a date or nothing; anything else counts as nothing. */
    private static Optional<LocalDate> day(String text) {
        try {
            return typed(text).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
