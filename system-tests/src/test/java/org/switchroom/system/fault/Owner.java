package org.switchroom.system.fault;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Map;
import org.switchroom.system.SqlClient;

/** Who owns a server, as the lease in the database says. */
record Owner(String node, String holder, long epoch, LocalDateTime endsAt, LocalDateTime now) {
    /** A driver writes as many digits after the point as it likes. */
    private static final DateTimeFormatter SQL = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter();

    static Owner of(SqlClient own, String server) {
        List<Map<String, String>> found =
                own.rows("select *, utc_timestamp(3) now from server_lease where server_name = ?", server);
        if (found.isEmpty()) {
            return new Owner(null, null, 0, LocalDateTime.MIN, LocalDateTime.MIN);
        }
        Map<String, String> row = found.get(0);
        return new Owner(
                row.get("node"),
                row.get("holder"),
                Long.parseLong(row.get("epoch")),
                LocalDateTime.parse(row.get("ends_at"), SQL),
                LocalDateTime.parse(row.get("now"), SQL));
    }

    boolean isCurrent() {
        return holder != null && endsAt.isAfter(now);
    }

    /** Until the lease ends by the database's clock; negative when it is over. */
    Duration left() {
        return Duration.between(now, endsAt);
    }
}
