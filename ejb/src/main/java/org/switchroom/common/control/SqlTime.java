package org.switchroom.common.control;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Datetimes of the database are UTC with milliseconds and have no zone, so they travel as {@link LocalDateTime} in UTC. */
public final class SqlTime {
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");

    private SqlTime() {}

    public static void set(PreparedStatement statement, int index, Instant at) throws SQLException {
        statement.setObject(index, at == null ? null : toColumn(at));
    }

    /** The column's value, or null where it is null. */
    public static Instant get(ResultSet row, String column) throws SQLException {
        LocalDateTime value = row.getObject(column, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }

    public static LocalDateTime toColumn(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    }

    /** The column's value as a literal, {@code 2026-01-31 23:59:59.123}. */
    public static String text(Instant at) {
        return TEXT.format(toColumn(at));
    }
}
