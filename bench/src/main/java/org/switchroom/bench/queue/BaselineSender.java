package org.switchroom.bench.queue;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.switchroom.bench.Out;
import org.switchroom.bench.stream.PlainAmi;

/**
 * What somebody writes first: looks every 100 ms, takes one row at a time, logs in, sends, logs off. In one process, so kinder
 * to itself than one that starts a process for each action. One for each server, on a table of its own.
 */
final class BaselineSender implements Runnable, AutoCloseable {
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final String CREATE = """
            create table bench_action (
              id bigint not null auto_increment primary key,
              server_name varchar(64) not null,
              action varchar(64) not null,
              headers text not null,
              idempotency_key varchar(128) null,
              status varchar(16) not null default 'NEW',
              created_at datetime(3) not null default (utc_timestamp(3)),
              sent_at datetime(3) null,
              responded_at datetime(3) null,
              finished_at datetime(3) null,
              constraint uq_bench_action unique (idempotency_key),
              index ix_bench_action (server_name, status, id))""";
    private static final String NEXT =
            "select id, action, headers from bench_action where server_name = ? and status = 'NEW' order by id limit 1";
    private static final String TAKE = "update bench_action set status = 'SENT' where id = ?";
    private static final String DONE =
            "update bench_action set status = ?, sent_at = ?, responded_at = ?, finished_at = utc_timestamp(3) where id = ?";

    private final Instance.Login login;
    private final Connection connection;
    private final Thread thread;
    private volatile boolean stopped;

    private record Row(long id, String action, Map<String, String> headers) {}

    private BaselineSender(Instance.Login login, Connection connection) {
        this.login = login;
        this.connection = connection;
        this.thread = new Thread(this, "baseline-" + login.server());
    }

    static BaselineSender start(Instance.Login login, Connection connection) {
        BaselineSender sender = new BaselineSender(login, connection);
        sender.thread.start();
        return sender;
    }

    /** Makes the table anew. */
    static void createTable(Connection owner) throws SQLException {
        dropTable(owner);
        try (Statement statement = owner.createStatement()) {
            statement.execute(CREATE);
        }
    }

    static void dropTable(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("drop table if exists bench_action");
        }
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                Optional<Row> row = next();
                if (row.isPresent()) {
                    send(row.get());
                } else {
                    LockSupport.parkNanos(POLL_NANOS);
                }
            }
        } catch (SQLException e) {
            Out.line("%s ends: %s", thread.getName(), e.getMessage());
        }
    }

    private Optional<Row> next() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setString(1, login.server());
            ResultSet result = statement.executeQuery();
            return result.next()
                    ? Optional.of(new Row(result.getLong(1), result.getString(2), headers(result.getString(3))))
                    : Optional.empty();
        }
    }

    private static Map<String, String> headers(String lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        lines.lines()
                .forEach(line ->
                        headers.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2)));
        return headers;
    }

    private void send(Row row) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setLong(1, row.id());
            take.executeUpdate();
        }
        try (PlainAmi ami = PlainAmi.open(login.port(), login.user(), login.secret(), false)) {
            Map<String, String> headers = new LinkedHashMap<>(row.headers());
            headers.put("ActionID", "baseline-" + row.id());
            if (row.action().equals("Originate")) {
                headers.put("Async", "true");
            }
            LocalDateTime sentAt = LocalDateTime.now(ZoneOffset.UTC);
            ami.send(row.action(), headers);
            String answer = ami.response().getOrDefault("Response", "");
            LocalDateTime respondedAt = LocalDateTime.now(ZoneOffset.UTC);
            ami.logOff();
            done(row, answer, sentAt, respondedAt);
        } catch (IOException e) {
            done(row, "FAILED", null, null);
        }
    }

    private void done(Row row, String status, LocalDateTime sentAt, LocalDateTime respondedAt) throws SQLException {
        try (PreparedStatement done = connection.prepareStatement(DONE)) {
            done.setString(1, status);
            done.setObject(2, sentAt);
            done.setObject(3, respondedAt);
            done.setLong(4, row.id());
            done.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
