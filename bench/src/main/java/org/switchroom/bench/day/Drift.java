package org.switchroom.bench.day;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.switchroom.bench.Out;
import org.switchroom.bench.queue.Instance;
import org.switchroom.bench.stream.PlainAmi;

/** Compares, one server after the other, the table of live channels with what the server itself lists: what is on one side only for more than a second has drifted. */
final class Drift implements Runnable {
    private static final long LATE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Instance instance;
    private final Connection connection;
    private volatile boolean stopped;
    private int samples;
    private int drifted;
    private int most;
    private long channels;

    Drift(Instance instance, Connection connection) {
        this.instance = instance;
        this.connection = connection;
    }

    @Override
    public void run() {
        List<String> servers = instance.servers();
        try {
            for (int i = 0; !stopped; i++) {
                sample(servers.get(i % servers.size()));
                if (i % servers.size() == 0) {
                    count();
                }
            }
        } catch (SQLException | IOException e) {
            Out.line("the comparison of channels ends: %s", e);
        }
    }

    private void sample(String server) throws SQLException, IOException {
        Set<String> odd = differences(server);
        Day.pause(LATE_NANOS);
        odd.retainAll(differences(server));
        samples++;
        drifted += odd.size();
    }

    private Set<String> differences(String server) throws SQLException, IOException {
        Set<String> real = real(server);
        Set<String> odd = table(server);
        Set<String> both = new HashSet<>(real);
        both.retainAll(odd);
        odd.addAll(real);
        odd.removeAll(both);
        return odd;
    }

    private Set<String> real(String server) throws IOException {
        Set<String> ids = new HashSet<>();
        Instance.Login login = instance.idleLogin(server);
        try (PlainAmi ami = PlainAmi.open(login.port(), login.user(), login.secret(), false)) {
            ami.send("CoreShowChannels", Map.of());
            for (Map<String, String> message = ami.message();
                    !"CoreShowChannelsComplete".equals(message.get("Event"));
                    message = ami.message()) {
                if ("Error".equals(message.get("Response"))) {
                    throw new IOException(server + " does not list its channels: " + message.get("Message"));
                }
                if ("CoreShowChannel".equals(message.get("Event"))) {
                    ids.add(message.get("Uniqueid"));
                }
            }
            ami.logOff(); // waits until the server has closed, because this user may log in only once
        }
        return ids;
    }

    private Set<String> table(String server) throws SQLException {
        Set<String> ids = new HashSet<>();
        try (PreparedStatement statement =
                connection.prepareStatement("select uniqueid from live_channel where server_name = ?")) {
            statement.setString(1, server);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }

    private void count() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select count(*) from live_channel");
                ResultSet row = statement.executeQuery()) {
            row.next();
            most = Math.max(most, row.getInt(1));
            channels = row.getInt(1);
        }
    }

    /** Channels of all servers on one side only, now. */
    int now() throws SQLException, IOException {
        int odd = 0;
        for (String server : instance.servers()) {
            odd += differences(server).size();
        }
        return odd;
    }

    void stop() {
        stopped = true;
    }

    String told() {
        return "%d channels drifted in %d samples; at most %d channels at once, %d at the last count"
                .formatted(drifted, samples, most, channels);
    }
}
