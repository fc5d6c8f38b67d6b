package org.switchroom.bench.queue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.switchroom.bench.Sample;

/** A queue under test: where rows go in, and where their times are read. Closes its connection. */
final class Arena implements AutoCloseable {
    private static final String OUR_INSERT =
            "insert into queued_action (server_name, action, headers, idempotency_key) values (?, ?, ?, ?)";
    private static final String OUR_UNFINISHED =
            "select count(*) from action_all where idempotency_key like ? and finished_at is null";
    private static final String OUR_TIMES = """
                select timestampdiff(microsecond, created_at, sent_at), timestampdiff(microsecond, t0, responded_at), status
                  from action_all, (select min(created_at) t0 from action_all where idempotency_key like ?) began where idempotency_key like ?""";

    private static final long GIVE_UP_NANOS = Duration.ofSeconds(60).toNanos();
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final String title;
    private final Connection connection;
    private final String insert;
    private final String unfinished;
    private final String times;
    private final Function<Map<String, String>, String> spelling;
    private final Optional<RestClient> rest;

    private Arena(
            String title,
            Connection connection,
            String insert,
            String unfinished,
            String times,
            Function<Map<String, String>, String> spelling,
            Optional<RestClient> rest) {
        this.title = title;
        this.rest = rest;
        this.connection = connection;
        this.insert = insert;
        this.unfinished = unfinished;
        this.times = times;
        this.spelling = spelling;
    }

    /**
     * What became of the rows of one phase.
     *
     * @param waits milliseconds from row to wire, of those that were sent
     * @param perSecond answered rows a second, from the first row to the last answer
     */
    record Outcome(int rows, int failed, Sample waits, double perSecond) {}

    static Arena ofSwitchroom(Connection client) {
        return new Arena("Switchroom", client, OUR_INSERT, OUR_UNFINISHED, OUR_TIMES, Arena::json, Optional.empty());
    }

    /** Rows are submitted by REST; their times are read as any client reads them. */
    static Arena ofRest(Connection client, RestClient rest) {
        return new Arena(
                "Switchroom, by REST", client, OUR_INSERT, OUR_UNFINISHED, OUR_TIMES, Arena::json, Optional.of(rest));
    }

    static Arena ofBaseline(Connection owner) {
        return new Arena(
                "poll and connect",
                owner,
                "insert into bench_action (server_name, action, headers, idempotency_key) values (?, ?, ?, ?)",
                "select count(*) from bench_action where idempotency_key like ? and finished_at is null",
                """
                select timestampdiff(microsecond, created_at, sent_at), timestampdiff(microsecond, t0, responded_at), status
                  from bench_action, (select min(created_at) t0 from bench_action where idempotency_key like ?) began where idempotency_key like ?""",
                Arena::lines,
                Optional.empty());
    }

    private static String json(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> "\"" + header.getKey() + "\":\"" + header.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String lines(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
    }

    String title() {
        return title;
    }

    void insert(String key, String server, String action, Map<String, String> headers) throws SQLException {
        if (rest.isPresent()) {
            rest.get().submit(key, server, action, spelling.apply(headers));
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            fill(statement, key, server, action, headers);
            statement.executeUpdate();
        }
    }

    /** So many rows in one transaction, to each server in turn. */
    void insertAtOnce(String tag, List<String> servers, String action, int count) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (int i = 0; i < count; i++) {
                fill(statement, tag + i, servers.get(i % servers.size()), action, Map.of());
                statement.addBatch();
            }
            statement.executeBatch();
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void fill(
            PreparedStatement statement, String key, String server, String action, Map<String, String> headers)
            throws SQLException {
        statement.setString(1, server);
        statement.setString(2, action);
        statement.setString(3, spelling.apply(headers));
        statement.setString(4, key);
    }

    /** Waits until the rows of a phase are finished, or for a minute at most, and says what became of them. */
    Outcome outcome(String tag) throws SQLException {
        long giveUp = System.nanoTime() + GIVE_UP_NANOS;
        while (unfinished(tag) > 0 && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        List<Double> waits = new ArrayList<>();
        double lastAnswerMicros = 0;
        int rows = 0;
        int failed = 0;
        try (PreparedStatement statement = connection.prepareStatement(times)) {
            statement.setString(1, tag + "%");
            statement.setString(2, tag + "%");
            ResultSet result = statement.executeQuery();
            while (result.next()) {
                rows++;
                double wait = result.getLong(1) / 1000.0;
                if (result.wasNull()) {
                    failed++;
                } else {
                    waits.add(wait);
                    lastAnswerMicros = Math.max(lastAnswerMicros, result.getLong(2));
                }
            }
        }
        if (waits.isEmpty()) {
            throw new IllegalStateException(title + ": none of " + rows + " rows was sent");
        }
        return new Outcome(rows, failed, Sample.of(waits), waits.size() / lastAnswerMicros * 1e6);
    }

    private int unfinished(String tag) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(unfinished)) {
            statement.setString(1, tag + "%");
            ResultSet result = statement.executeQuery();
            result.next();
            return result.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
