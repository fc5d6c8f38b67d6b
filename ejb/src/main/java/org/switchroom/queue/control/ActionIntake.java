package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.switchroom.common.control.SqlTime;

/**
 * Takes in rows that foreign SQL clients inserted: each is checked once, within a second of its arrival whether its server is up or
 * not, and becomes due, waits for its time, or fails with a reason. A bad row blocks nobody.
 */
@ApplicationScoped
public class ActionIntake {
    private static final int GROUP = 200;
    private static final int GROUPS_A_TICK = 10;

    private static final String SELECT = """
            select id, server_name, action, headers, priority, internal, idempotency_key, submitted_by, database_account, created_at,
                   not_before > utc_timestamp(3) as early
              from queued_action where stage = 'ARRIVED' order by urgency, id limit ?
               for update skip locked""";

    private static final String ACCEPT = """
            update queued_action
               set stage = ?, submitted_by = coalesce((select min(u.name) from user_account u where u.database_account = ? and u.enabled), ?)
             where id = ? and status = 'NEW'""";

    private static final String END_WAITING = """
            update queued_action set stage = 'DUE'
             where stage = 'WAITING' and not_before <= utc_timestamp(3) order by not_before limit 1000""";

    private final QueueStore store;
    private final ArrivalCheck check;
    private final NodeName node;

    @Inject
    ActionIntake(QueueStore store, ArrivalCheck check, NodeName node) {
        this.store = store;
        this.check = check;
        this.node = node;
    }

    /** For the container's proxy only. */
    protected ActionIntake() {
        this(null, null, null);
    }

    /** Takes in up to 2,000 rows, the most urgent first. */
    public void takeIn() {
        for (int i = 0; i < GROUPS_A_TICK; i++) {
            if (store.change(this::takeInGroup).size() < GROUP) {
                return;
            }
        }
    }

    /** Rows whose not_before has come are due now. */
    void endWaiting() {
        store.change(connection -> {
            try (PreparedStatement update = connection.prepareStatement(END_WAITING)) {
                update.executeUpdate();
            }
            return List.of();
        });
    }

    private List<Long> takeInGroup(Connection connection) throws SQLException {
        List<ArrivedAction> arrived = select(connection);
        List<Long> ids = arrived.stream().map(ArrivedAction::id).toList();
        Map<Long, Instant> createdAt = new LinkedHashMap<>();
        arrived.forEach(action -> createdAt.put(action.id(), action.createdAt()));
        ActionRows.noteArrival(connection, createdAt);
        List<ActionMove> moves = new ArrayList<>();
        try (PreparedStatement accept = connection.prepareStatement(ACCEPT)) {
            for (ArrivedAction action : arrived) {
                List<ActionMove> ending = check.check(connection, action);
                moves.addAll(ending);
                if (ending.stream().noneMatch(move -> move.id() == action.id())) {
                    accept(accept, action);
                }
            }
            accept.executeBatch();
        }
        ActionRows.move(connection, node.name(), moves);
        return ids;
    }

    private static void accept(PreparedStatement accept, ArrivedAction action) throws SQLException {
        accept.setString(1, action.early() ? "WAITING" : "DUE");
        accept.setString(2, action.accountName());
        accept.setString(3, action.submittedBy() == null ? "sql" : action.submittedBy());
        accept.setLong(4, action.id());
        accept.addBatch();
    }

    private static List<ArrivedAction> select(Connection connection) throws SQLException {
        List<ArrivedAction> arrived = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setInt(1, GROUP);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    arrived.add(read(row));
                }
            }
        }
        return arrived;
    }

    private static ArrivedAction read(ResultSet row) throws SQLException {
        return new ArrivedAction(
                row.getLong("id"),
                row.getString("server_name"),
                row.getString("action"),
                row.getString("headers"),
                row.getObject("priority") == null ? null : row.getInt("priority"),
                row.getBoolean("internal"),
                row.getString("idempotency_key"),
                row.getString("submitted_by"),
                row.getString("database_account"),
                row.getBoolean("early"),
                SqlTime.get(row, "created_at"));
    }
}
