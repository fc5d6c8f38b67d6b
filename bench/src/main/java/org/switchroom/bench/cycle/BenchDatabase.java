package org.switchroom.bench.cycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.switchroom.bench.Options;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.DatabaseException;
import org.switchroom.common.control.Deadlocks;

/** The measured database: a connection for each thread, set up as the application's data source is; and what the server burns. */
public final class BenchDatabase implements Database, AutoCloseable {
    private static final double TICKS_PER_SECOND = 100;

    private final Options values;
    private final String url;
    private final ThreadLocal<Connection> own = new ThreadLocal<>();
    private final ThreadLocal<Connection> reading = new ThreadLocal<>();
    private final List<Connection> open = new ArrayList<>();

    /** @param values what {@code sql/server/database status} prints */
    BenchDatabase(Options values) {
        this.values = values;
        String driver = isMysql() ? "mysql" : "mariadb";
        this.url =
                "jdbc:%s://127.0.0.1:%s/%s?rewriteBatchedStatements=true&readOnlyPropagatesToServer=false&cachePrepStmts=true&connectionTimeZone=UTC"
                        .formatted(driver, values.required("database.port"), values.required("database.name"));
    }

    boolean isMysql() {
        return values.required("database.kind").equals("mysql");
    }

    String version() {
        return values.required("database.version");
    }

    /** A connection of this account ({@code owner}, {@code app} or {@code client}) that commits each statement. */
    Connection connect(String account) throws SQLException {
        Connection connection = DriverManager.getConnection(
                url,
                values.required("database." + account + ".user"),
                values.required("database." + account + ".password"));
        synchronized (open) {
            open.add(connection);
        }
        return connection;
    }

    String url() {
        return url;
    }

    Options values() {
        return values;
    }

    /** CPU seconds of the server's process since it started. */
    double cpuSeconds() {
        try {
            String stat = Files.readString(Path.of("/proc", values.required("database.pid"), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs these statements as the owner. */
    void run(String... statements) throws SQLException {
        try (Connection owner = connect("owner");
                Statement statement = owner.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public <T> T inNewTransaction(Work<T> work) {
        return Deadlocks.runAgain(() -> once(work));
    }

    @Override
    public <T> T statementByStatement(Work<T> work) {
        try {
            if (reading.get() == null) {
                reading.set(connect("app"));
            }
            return work.on(reading.get());
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
            Connection connection = ofThread();
            boolean done = false;
            try {
                T result = work.on(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private Connection ofThread() throws SQLException {
        Connection present = own.get();
        if (present == null) {
            present = connect("app");
            present.setAutoCommit(false);
            present.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            own.set(present);
        }
        return present;
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
