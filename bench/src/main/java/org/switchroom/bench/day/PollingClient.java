package org.switchroom.bench.day;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Speaks SQL by a connection of its own, as the foreign client's account, and reads its rows once a second. */
final class PollingClient extends Client {
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final String INSERT =
            "insert into queued_action (server_name, action, headers, idempotency_key) values (?, ?, ?, ?)";
    private static final String LOOK =
            "select id, status, coalesce(call_state, ''), coalesce(channel, '') from %s where id in (%s)";

    private final Connection connection;
    private final PreparedStatement insert;
    private long nextLook;

    PollingClient(Day day, String server, int most, Connection connection) throws SQLException {
        super(day, server, most);
        this.connection = connection;
        this.insert = connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS);
        this.nextLook = System.nanoTime() + (long) (Math.random() * PERIOD_NANOS);
    }

    @Override
    long submit(Demand demand) throws SQLException {
        insert.setString(1, demand.server());
        insert.setString(2, demand.action());
        insert.setString(3, demand.headersAsJson());
        insert.setString(4, demand.key());
        insert.executeUpdate();
        try (ResultSet keys = insert.getGeneratedKeys()) {
            keys.next();
            return keys.getLong(1);
        }
    }

    /** In the hot table first; what has gone from there is in the history. */
    @Override
    void look() throws SQLException {
        long now = System.nanoTime();
        if (now < nextLook) {
            return;
        }
        nextLook = now + PERIOD_NANOS;
        List<Call> open = calls();
        if (open.isEmpty()) {
            return;
        }
        List<Call> moved = new ArrayList<>(open);
        read("queued_action", open, moved);
        if (!moved.isEmpty()) {
            read("queued_action_history", List.copyOf(moved), moved);
        }
    }

    private void read(String table, List<Call> wanted, List<Call> missing) throws SQLException {
        String ids = wanted.stream().map(call -> String.valueOf(call.id())).collect(Collectors.joining(","));
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(LOOK.formatted(table, ids))) {
            while (rows.next()) {
                long id = rows.getLong(1);
                for (Call call : wanted) {
                    if (call.id() == id) {
                        call.tell(rows.getString(2), rows.getString(3), rows.getString(4));
                        missing.remove(call);
                    }
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
