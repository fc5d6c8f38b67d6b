package org.switchroom.audit.control;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How a moment is spelled in what is hashed: always with milliseconds. */
final class AuditTime {
    private static final DateTimeFormatter SPELLING =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private AuditTime() {}

    static String format(Instant at) {
        return SPELLING.format(at);
    }
}
