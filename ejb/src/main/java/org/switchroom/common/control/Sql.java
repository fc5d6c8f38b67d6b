package org.switchroom.common.control;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs constant statements with values. Instants travel in UTC, as everywhere. */
public final class Sql {

    /** Reads one row. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private Sql() {}

    public static <T> List<T> list(Connection connection, String sql, Reading<T> reading, Object... values)
            throws SQLException {
        try (PreparedStatement select = bound(connection.prepareStatement(sql), values);
                ResultSet row = select.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (row.next()) {
                found.add(reading.of(row));
            }
            return found;
        }
    }

    public static <T> Optional<T> first(Connection connection, String sql, Reading<T> reading, Object... values)
            throws SQLException {
        return list(connection, sql, reading, values).stream().findFirst();
    }

    /** How many rows it changed. */
    public static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = bound(connection.prepareStatement(sql), values)) {
            return statement.executeUpdate();
        }
    }

    /** The id of the row that it inserted. */
    public static long insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement =
                bound(connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS), values)) {
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    /** Null where the column is null. */
    public static Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : Long.valueOf(number);
    }

    private static PreparedStatement bound(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Instant at) {
                SqlTime.set(statement, i + 1, at);
            } else if (values[i] instanceof LocalDate day) {
                statement.setDate(i + 1, Date.valueOf(day));
            } else if (values[i] instanceof Enum<?> word) {
                statement.setString(i + 1, word.name());
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
        return statement;
    }
}
