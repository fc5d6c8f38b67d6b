package org.switchroom.common.control;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.Flyway;

/**
 * A real database over plain JDBC: {@code switchroom.it.db.url}, and user and password of the accounts of {@code sql/server/database}.
 * Each thread has a connection of its own; all of them are closed with this.
 */
public final class TestDatabase implements Database, AutoCloseable {
    private static final String PREFIX = "switchroom.it.db.";

    private final ThreadLocal<Connection> own = new ThreadLocal<>();
    private final List<Connection> open = new ArrayList<>();
    private final AtomicReference<Boolean> brokenCommit = new AtomicReference<>();
    private final AtomicInteger commitsUntilBroken = new AtomicInteger();

    /** Opens it with the newest schema and without rows. A schema that was made by the first script alone is taken as it is. */
    public static TestDatabase empty() {
        Flyway.configure()
                .dataSource(property("url"), property("owner.user"), property("owner.password"))
                .locations("classpath:db/migration")
                .baselineOnMigrate(true)
                .baselineVersion("001")
                .load()
                .migrate();
        TestDatabase database = new TestDatabase();
        for (String table : List.of(
                "queued_action",
                "queued_action_history",
                "action_transition",
                "live_channel",
                "phone",
                "user_account",
                "callback",
                "lead_change",
                "dnc_number",
                "lead_mapping",
                "lead_load",
                "call_lead",
                "lead_list")) {
            database.run("delete from " + table);
        }
        return database;
    }

    /** Opens it as it is. */
    public static TestDatabase present() {
        return new TestDatabase();
    }

    /** A connection of the foreign client's account, or of another account of this kind ({@code client}, {@code app}, {@code owner}). */
    public static Connection connect(String kind) throws SQLException {
        String account = kind.equals("app") ? "" : kind + ".";
        return DriverManager.getConnection(property("url"), property(account + "user"), property(account + "password"));
    }

    public static boolean isMysql() {
        return property("url").startsWith("jdbc:mysql");
    }

    static String property(String name) {
        String value = System.getProperty(PREFIX + name);
        if (value == null) {
            throw new IllegalStateException("system property " + PREFIX + name + " is needed");
        }
        return value;
    }

    @Override
    public <T> T inNewTransaction(Work<T> work) {
        return Deadlocks.runAgain(() -> once(work));
    }

    @Override
    public <T> T statementByStatement(Work<T> work) {
        try (Connection connection = connect("app")) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            return work.on(connection);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public <T> T inCurrentTransaction(Work<T> work) {
        return inNewTransaction(work);
    }

    private <T> T once(Work<T> work) {
        try {
            Connection connection = connection();
            try {
                T result = work.on(connection);
                commit(connection);
                return result;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** The connection breaks during the next COMMIT: after it was stored, or before. */
    public void breakNextCommit(boolean stored) {
        breakCommit(1, stored);
    }

    /** The same in the nth COMMIT from now on. */
    public void breakCommit(int nth, boolean stored) {
        commitsUntilBroken.set(nth);
        brokenCommit.set(stored);
    }

    private void commit(Connection connection) {
        try {
            boolean breaks = brokenCommit.get() != null && commitsUntilBroken.decrementAndGet() == 0;
            Boolean stored = breaks ? brokenCommit.getAndSet(null) : null;
            if (stored == null || stored) {
                connection.commit();
            }
            if (stored != null) {
                throw new SQLException("Communications link failure", "08S01");
            }
        } catch (SQLException e) {
            throw DatabaseException.duringCommit(e);
        }
    }

    private Connection connection() throws SQLException {
        Connection present = own.get();
        if (present == null) {
            present = connect("app");
            present.setAutoCommit(false);
            present.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            own.set(present);
            synchronized (open) {
                open.add(present);
            }
        }
        return present;
    }

    /** Runs one statement with these values; returns how many rows it changed. */
    public int run(String sql, Object... values) {
        return inNewTransaction(connection -> {
            try (PreparedStatement statement = bound(connection, sql, values)) {
                return statement.executeUpdate();
            }
        });
    }

    /** Rows of a query, each as its values joined by {@code |}; null as {@code -}. */
    public List<String> rows(String sql, Object... values) {
        return inNewTransaction(connection -> {
            List<String> rows = new ArrayList<>();
            try (PreparedStatement statement = bound(connection, sql, values);
                    var row = statement.executeQuery()) {
                int width = row.getMetaData().getColumnCount();
                while (row.next()) {
                    String[] cells = new String[width];
                    for (int i = 0; i < width; i++) {
                        cells[i] = row.getString(i + 1) == null ? "-" : row.getString(i + 1);
                    }
                    rows.add(String.join("|", Arrays.asList(cells)));
                }
            }
            return rows;
        });
    }

    /** The one row of a query. */
    public String row(String sql, Object... values) {
        List<String> rows = rows(sql, values);
        if (rows.size() != 1) {
            throw new IllegalStateException(rows.size() + " rows instead of one: " + sql);
        }
        return rows.get(0);
    }

    public Instant now() {
        return inNewTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select utc_timestamp(3) as now");
                    var row = select.executeQuery()) {
                row.next();
                return SqlTime.get(row, "now");
            }
        });
    }

    private static PreparedStatement bound(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        synchronized (open) {
            for (Connection connection : open) {
                connection.close();
            }
        }
    }
}
