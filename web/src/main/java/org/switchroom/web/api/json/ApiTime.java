package org.switchroom.web.api.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as the API spells them: RFC 3339 in UTC with a capital T and Z; out always with milliseconds. */
public final class ApiTime {
    private static final Pattern SPELLING = Pattern.compile(
            "[12][0-9]{3}-[01][0-9]-[0-3][0-9]" + "T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?Z");
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final DateTimeFormatter OUT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private ApiTime() {}

    /** The time of this text, cut to milliseconds; empty if it is spelled otherwise, is no day of the calendar, or is before 1970 or after 2999. */
    public static Optional<Instant> parse(String text) {
        if (!SPELLING.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            Instant time = Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
            return Optional.of(time).filter(t -> !t.isBefore(FIRST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** For example {@code 2026-11-01T12:00:00.000Z}. */
    public static String format(Instant time) {
        return OUT.format(time);
    }
}
