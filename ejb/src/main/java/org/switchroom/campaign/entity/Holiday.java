package org.switchroom.campaign.entity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day with hours of its own.
 *
 * @param hours none if closed all day
 * @param name for people
 */
public record Holiday(LocalDate day, Hours hours, String name) {
    private static final Pattern LINE =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})\\s+(closed|[0-9:, -]*[0-9])(?:\\s+(\\S.{0,59}))?");

    /** Reads {@code 2026-12-24 09:00-12:00 Christmas Eve} or {@code 2026-12-25 closed Christmas}. */
    public static Optional<Holiday> parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String name = parts.group(3) == null ? "" : parts.group(3);
        String hours = "closed".equals(parts.group(2)) ? "" : parts.group(2);
        return day(parts.group(1)).flatMap(day -> Hours.parse(hours).map(open -> new Holiday(day, open, name)));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
