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
import org.switchroom.common.control.SqlTime;

/**
 * Takes due rows for this node, most urgent first: {@code FOR UPDATE SKIP LOCKED} at READ COMMITTED, committed before anything is
 * written to a server, so that no two nodes ever hold the same row.
 */
@ApplicationScoped
public class ActionClaim {
    /** The index is forced: MySQL 9 takes the one that sorts all servers' rows together and reads past those of the others. */
    static final String SELECT = """
            select id, server_name, action, headers, internal, urgency, expires_at,
                   greatest(created_at, coalesce(not_before, created_at)) as due_at, utc_timestamp(3) as now
              from queued_action force index (ix_queued_action_due)
             where stage = 'DUE' and server_name = ? and originate = ? and expires_at > utc_timestamp(3)
             order by urgency, id
             limit ?
               for update skip locked""";

    private static final String CLAIM = """
            update queued_action
               set status = 'CLAIMED', stage = null, node = ?, epoch = ?, attempt = attempt + 1, uniqueid = ?,
                   settle_by = expires_at + interval 10 second
             where id = ? and status = 'NEW'""";

    private static final String TRANSITION = """
            insert into action_transition (queued_action_id, from_status, to_status, at, node, reason)
            values (?, 'NEW', 'CLAIMED', ?, ?, null)""";

    private final QueueStore store;
    private final NodeName node;
    private final DatabaseTime time;

    @Inject
    ActionClaim(QueueStore store, NodeName node, DatabaseTime time) {
        this.store = store;
        this.node = node;
        this.time = time;
    }

    /** For the container's proxy only. */
    protected ActionClaim() {
        this(null, null, null);
    }

    /**
     * Claims at most this many rows.
     *
     * @param epoch in which this node owns the server; stands on the rows, and nothing of an older one can change them later
     * @return what was claimed, in the order in which it is to be sent
     */
    public List<ClaimedAction> claim(String serverName, long epoch, boolean originates, int limit) {
        List<ClaimedAction> claimed = new ArrayList<>();
        store.change(connection -> {
            claimed.clear();
            claimed.addAll(select(connection, serverName, epoch, originates, limit));
            mark(connection, claimed, originates);
            return claimed.stream().map(ClaimedAction::id).toList();
        });
        return claimed;
    }

    private List<ClaimedAction> select(
            Connection connection, String serverName, long epoch, boolean originates, int limit) throws SQLException {
        List<ClaimedAction> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, serverName);
            select.setInt(2, originates ? 1 : 0);
            select.setInt(3, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(read(row, epoch));
                }
            }
        }
        return found;
    }

    private ClaimedAction read(ResultSet row, long epoch) throws SQLException {
        long id = row.getLong("id");
        time.notBefore(SqlTime.get(row, "now"));
        return new ClaimedAction(
                id,
                epoch,
                row.getString("server_name"),
                row.getString("action"),
                row.getString("headers"),
                row.getBoolean("internal"),
                row.getInt("urgency"),
                SqlTime.get(row, "due_at"),
                SqlTime.get(row, "expires_at"),
                ActionTag.fresh(id));
    }

    private void mark(Connection connection, List<ClaimedAction> claimed, boolean originates) throws SQLException {
        Instant now = time.now();
        try (PreparedStatement claim = connection.prepareStatement(CLAIM);
                PreparedStatement transition = connection.prepareStatement(TRANSITION)) {
            for (ClaimedAction action : claimed) {
                claim.setString(1, node.name());
                claim.setLong(2, action.epoch());
                claim.setString(3, originates ? action.tag().text() : null);
                claim.setLong(4, action.id());
                claim.addBatch();
                transition.setLong(1, action.id());
                SqlTime.set(transition, 2, now);
                transition.setString(3, node.name());
                transition.addBatch();
            }
            claim.executeBatch();
            transition.executeBatch();
        }
    }
}
