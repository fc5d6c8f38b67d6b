package org.switchroom.bench.day;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.switchroom.bench.Out;

/**
 * A call a second of its own whose row is looked at every 2 ms, so that it is known when any client could have read of its answer and of its end. When they happened, to the
 * microsecond, stands in Asterisk's records.
 */
final class Probe implements Runnable {
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long GIVE_UP_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Day day;
    private final List<String> servers;
    private final PollingClient client;
    private final Connection connection;
    private final List<Seen> seen = new ArrayList<>();
    private volatile boolean stopped;

    /** @param atMillis since the epoch, when the row said so */
    record Seen(String server, String uniqueid, String event, double atMillis) {}

    private record Row(String callState, String channel, String uniqueid) {}

    Probe(Day day, List<String> servers, Connection connection) throws SQLException {
        this.day = day;
        this.servers = servers;
        this.connection = connection;
        this.client = new PollingClient(day, servers.get(0), 0, connection);
    }

    @Override
    public void run() {
        try {
            for (int i = 0; !stopped; i++) {
                call(i, servers.get(i % servers.size()));
                Day.pause(REST_NANOS);
            }
        } catch (SQLException e) {
            Out.line("the probe ends: %s", e);
        }
    }

    private void call(int i, String server) throws SQLException {
        long id = client.submit(day.demand(
                server,
                "Originate",
                Map.of(
                        "Channel",
                        "PJSIP/9990%s9%06d@carrier".formatted(day.digits(), i),
                        "Context",
                        "switchroom-wait",
                        "Exten",
                        "s",
                        "Priority",
                        "1")));
        Row up = await(id, "UP", server, "ANSWER");
        if (up.callState().equals("UP")) {
            client.submit(day.demand(server, "Hangup", Map.of("Channel", up.channel(), "Cause", "16")));
            await(id, "HUNGUP", server, "HANGUP");
        }
    }

    private Row await(long id, String state, String server, String event) throws SQLException {
        long giveUp = System.nanoTime() + GIVE_UP_NANOS;
        Row row = read(id);
        while (!row.callState().equals(state) && System.nanoTime() < giveUp) {
            Day.pause(LOOK_NANOS);
            row = read(id);
        }
        if (row.callState().equals(state)) {
            Instant now = Instant.now();
            seen.add(new Seen(server, row.uniqueid(), event, now.getEpochSecond() * 1e3 + now.getNano() / 1e6));
        }
        return row;
    }

    private Row read(long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select coalesce(call_state, ''), coalesce(channel, ''), coalesce(uniqueid, '') from queued_action where id = ?")) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new Row(row.getString(1), row.getString(2), row.getString(3)) : new Row("", "", "");
            }
        }
    }

    void stop() {
        stopped = true;
    }

    /** After it has ended. */
    List<Seen> seen() {
        return seen;
    }
}
