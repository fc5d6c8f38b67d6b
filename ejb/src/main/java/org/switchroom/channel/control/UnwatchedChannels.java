package org.switchroom.channel.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.server.control.ServerDirectory;
import org.switchroom.server.control.ServerFacts;

/**
 * Rows of servers that were switched off or removed while no node listened: nobody will see these channels end. After a minute they
 * leave the table.
 */
@ApplicationScoped
public class UnwatchedChannels {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private static final String SERVERS = "select distinct server_name from live_channel";
    private static final String UNIQUEIDS = "select uniqueid from live_channel where server_name = ?";
    private static final String DELETE = "delete from live_channel where server_name = ?";

    private final Map<String, Instant> unwatchedSince = new HashMap<>();
    private Instant nextLook = Instant.MIN;

    private final Database database;
    private final DatabaseTime time;
    private final ServerDirectory directory;
    private final Event<ChannelsChanged> changed;

    @Inject
    UnwatchedChannels(Database database, DatabaseTime time, ServerDirectory directory, Event<ChannelsChanged> changed) {
        this.database = database;
        this.time = time;
        this.directory = directory;
        this.changed = changed;
    }

    /** For the container's proxy only. */
    protected UnwatchedChannels() {
        this(null, null, null, null);
    }

    /** Clears the channels of each server that nobody has watched for a minute; looks every 5 s at most. One thread at a time. */
    public void clear() {
        Instant now = time.now();
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(BETWEEN_LOOKS);
        Set<String> unwatched = database.inNewTransaction(connection -> texts(connection, SERVERS, null));
        unwatched.removeIf(
                name -> directory.find(name).filter(ServerFacts::enabled).isPresent());
        unwatchedSince.keySet().retainAll(unwatched);
        for (String serverName : unwatched) {
            Instant since = unwatchedSince.computeIfAbsent(serverName, name -> now);
            if (!now.isBefore(since.plus(PATIENCE))) {
                clear(serverName);
            }
        }
    }

    private void clear(String serverName) {
        database.inNewTransaction(connection -> {
            Set<String> uniqueids = texts(connection, UNIQUEIDS, serverName);
            try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
                delete.setString(1, serverName);
                delete.executeUpdate();
            }
            changed.fire(new ChannelsChanged(Set.of(serverName), uniqueids));
            return null;
        });
    }

    private static Set<String> texts(Connection connection, String query, String serverName) throws SQLException {
        Set<String> texts = new TreeSet<>();
        try (PreparedStatement select = connection.prepareStatement(query)) {
            if (serverName != null) {
                select.setString(1, serverName);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
        }
        return texts;
    }
}
