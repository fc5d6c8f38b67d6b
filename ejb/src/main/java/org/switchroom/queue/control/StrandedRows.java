package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.queue.entity.ActionStatus;
import org.switchroom.server.control.NodeName;
import org.switchroom.server.control.ServerDirectory;
import org.switchroom.server.control.ServerFacts;

/**
 * Due rows that no lane serves: those of a server which was removed or switched off after they were taken in fail and say why; those of a
 * trunk whose limit was lifted count under the server's again. Looked for about once a second, by hops from lane to lane over the index.
 */
@ApplicationScoped
class StrandedRows {
    /** The first due row after a server: what lies between is not read. */
    static final String NEXT_SERVER = """
            select server_name from queued_action force index (ix_queued_action_due)
             where stage = 'DUE' and server_name > ? order by stage, server_name limit 1""";

    static final String NEXT_TRUNK = """
            select trunk from queued_action force index (ix_queued_action_due)
             where stage = 'DUE' and server_name = ? and originate = 1 and trunk > ?
             order by stage, server_name, originate, trunk limit 1""";

    /** Neither sorted nor locked beyond the rows themselves. What nobody has judged yet is judged first: its server may be new. */
    static final String SELECT = """
            select id from queued_action force index (ix_queued_action_due)
             where stage = 'DUE' and server_name = ? and judged limit 500 for update skip locked""";

    private static final String UNLIMITED = """
            update queued_action set trunk = ''
             where stage = 'DUE' and server_name = ? and originate = 1 and trunk = ? order by urgency, id limit 500""";

    private final QueueStore store;
    private final NodeName node;
    private final DatabaseTime time;
    private final ServerDirectory directory;

    @Inject
    StrandedRows(QueueStore store, NodeName node, DatabaseTime time, ServerDirectory directory) {
        this.store = store;
        this.node = node;
        this.time = time;
        this.directory = directory;
    }

    /** For the container's proxy only. */
    protected StrandedRows() {
        this(null, null, null, null);
    }

    /**
     * Ends or frees up to 500 rows of each lane that nobody serves.
     *
     * @param served lanes that the sender looks at
     */
    void free(List<LaneKey> served) {
        store.change(connection -> {
            List<Long> changed = new ArrayList<>();
            for (Optional<String> name = next(connection, NEXT_SERVER, ""); name.isPresent(); ) {
                String server = name.get();
                if (directory.find(server).filter(ServerFacts::enabled).isEmpty()) {
                    changed.addAll(fail(connection, server));
                } else {
                    unlimit(connection, server, served);
                }
                name = next(connection, NEXT_SERVER, server);
            }
            return changed;
        });
    }

    private void unlimit(Connection connection, String server, List<LaneKey> served) throws SQLException {
        for (Optional<String> trunk = next(connection, NEXT_TRUNK, server, ""); trunk.isPresent(); ) {
            if (!served.contains(new LaneKey(server, true, trunk.get()))) {
                try (PreparedStatement update = bound(connection, UNLIMITED, server, trunk.get())) {
                    update.executeUpdate();
                }
            }
            trunk = next(connection, NEXT_TRUNK, server, trunk.get());
        }
    }

    private Collection<Long> fail(Connection connection, String server) throws SQLException {
        String reason = directory.find(server).isPresent()
                ? "server_name: " + server + " is switched off"
                : "server_name: there is no server of this name";
        Instant now = time.now();
        List<ActionMove> moves = new ArrayList<>();
        try (PreparedStatement select = bound(connection, SELECT, server);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                moves.add(ActionMove.to(ActionStatus.FAILED, row.getLong(1), now)
                        .onlyFrom(ActionStatus.NEW)
                        .answered(null, reason));
            }
        }
        return ActionRows.change(connection, node.name(), moves);
    }

    private static Optional<String> next(Connection connection, String sql, String... after) throws SQLException {
        try (PreparedStatement select = bound(connection, sql, after);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    private static PreparedStatement bound(Connection connection, String sql, String... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
        return statement;
    }
}
