package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.SqlTime;
import org.switchroom.server.control.ServerDirectory;
import org.switchroom.server.control.ServerFacts;

/**
 * Calls on servers that were switched off or removed: nobody will see their end. After a minute they are closed as LOST, so that their
 * rows go to history. A server that is only out of reach is not meant: it comes back, and {@link Settlement} closes what is gone.
 */
@ApplicationScoped
public class UnwatchedCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private static final String SERVERS_WITH_CALLS =
            "select distinct server_name from queued_action where call_state in ('DIALING', 'RINGING', 'UP')";

    private static final String SELECT = """
        select id from queued_action
         where call_state in ('DIALING', 'RINGING', 'UP') and server_name = ?
           and status in ('SUCCEEDED', 'FAILED', 'EXPIRED', 'CANCELLED')
         order by id limit 500 for update skip locked\
        """;

    private static final String CLOSE = """
        update queued_action
           set call_state = 'HUNGUP', hangup_cause = null, hangup_cause_text = 'LOST', closed_at = ?
         where id = ?\
        """;

    private final Map<String, Instant> unwatchedSince = new HashMap<>();
    private Instant nextLook = Instant.MIN;

    private final QueueStore store;
    private final DatabaseTime time;
    private final ServerDirectory directory;

    @Inject
    UnwatchedCalls(QueueStore store, DatabaseTime time, ServerDirectory directory) {
        this.store = store;
        this.time = time;
        this.directory = directory;
    }

    /** For the container's proxy only. */
    protected UnwatchedCalls() {
        this(null, null, null);
    }

    /** Closes up to 500 calls of each server that nobody has watched for a minute; looks every 5 s at most. One thread at a time. */
    public void close() {
        if (time.now().isBefore(nextLook)) {
            return;
        }
        nextLook = time.now().plus(BETWEEN_LOOKS);
        store.change(connection -> {
            Set<String> unwatched = unwatched(connection);
            unwatchedSince.keySet().retainAll(unwatched);
            List<Long> closed = new ArrayList<>();
            for (String serverName : unwatched) {
                Instant since = unwatchedSince.computeIfAbsent(serverName, name -> time.now());
                if (!time.now().isBefore(since.plus(PATIENCE))) {
                    closed.addAll(close(connection, serverName));
                }
            }
            return closed;
        });
    }

    private Set<String> unwatched(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (PreparedStatement select = connection.prepareStatement(SERVERS_WITH_CALLS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        names.removeIf(name -> directory.find(name).filter(ServerFacts::enabled).isPresent());
        return names;
    }

    private List<Long> close(Connection connection, String serverName) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, serverName);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
        }
        try (PreparedStatement update = connection.prepareStatement(CLOSE)) {
            for (Long id : ids) {
                SqlTime.set(update, 1, time.now());
                update.setLong(2, id);
                update.addBatch();
            }
            update.executeBatch();
        }
        return ids;
    }
}
