package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.queue.entity.ActionStatus;
import org.switchroom.server.control.NodeName;

/** Rows that wait for a server which was removed or switched off after they were taken in: they fail and say why. */
@ApplicationScoped
class StrandedRows {
    private static final String SELECT = """
            select id from queued_action where stage = 'DUE' and server_name = ? order by id limit 500
               for update skip locked""";

    private final QueueStore store;
    private final NodeName node;
    private final DatabaseTime time;

    @Inject
    StrandedRows(QueueStore store, NodeName node, DatabaseTime time) {
        this.store = store;
        this.node = node;
        this.time = time;
    }

    /** For the container's proxy only. */
    protected StrandedRows() {
        this(null, null, null);
    }

    /** Fails up to 500 of them. */
    void fail(String serverName, boolean known) {
        String reason = known
                ? "server_name: " + serverName + " is switched off"
                : "server_name: there is no server of this name";
        store.change(connection -> {
            List<ActionMove> moves = new ArrayList<>();
            Instant now = time.now();
            for (Long id : select(connection, serverName)) {
                moves.add(ActionMove.to(ActionStatus.FAILED, id, now)
                        .onlyFrom(ActionStatus.NEW)
                        .answered(null, reason));
            }
            return ActionRows.change(connection, node.name(), moves);
        });
    }

    private static List<Long> select(Connection connection, String serverName) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, serverName);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
        }
        return ids;
    }
}
