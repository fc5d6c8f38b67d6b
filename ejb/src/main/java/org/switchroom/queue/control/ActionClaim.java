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
import org.switchroom.common.control.DatabaseException;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.SqlTime;
import org.switchroom.guard.entity.Caller;
import org.switchroom.queue.entity.ActionStatus;
import org.switchroom.server.control.NodeName;

/**
 * Takes due rows for this node, most urgent first: {@code FOR UPDATE SKIP LOCKED} at READ COMMITTED, committed before anything is
 * written to a server, so that no two nodes ever hold the same row.
 */
@ApplicationScoped
public class ActionClaim {
    /** The index is forced: MySQL 9 takes the one that sorts all servers' rows together and reads past those of the others. */
    static final String SELECT = """
            select id, server_name, action, headers, internal, urgency, expires_at, submitted_by, database_account,
                   greatest(created_at, coalesce(not_before, created_at)) as due_at, utc_timestamp(3) as now
              from queued_action force index (ix_queued_action_due)
             where stage = 'DUE' and server_name = ? and originate = ? and trunk = ? and expires_at > utc_timestamp(3)
             order by urgency, id
             limit ?
               for update skip locked""";

    /** All rows of a claim share the chance part of their tags; the id makes each its own. */
    static final String CLAIM = """
            update json_table(?, '$[*]' columns (id bigint path '$.i', epoch bigint path '$.e')) j
              straight_join queued_action q force index (primary) on q.id = j.id
               set q.status = 'CLAIMED', q.stage = null, q.node = ?, q.epoch = j.epoch, q.attempt = q.attempt + 1,
                   q.uniqueid = if(q.originate = 1, concat('swr-', q.id, '-', ?), null),
                   q.settle_by = q.expires_at + interval 10 second
             where q.status = 'NEW'""";

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
     * Claims at most this many rows; fewer when the database rolled back a larger claim.
     *
     * @param epoch in which this node owns the server; stands on the rows, and nothing of an older one can change them later
     * @return what was claimed, in the order in which it is to be sent
     * @throws ClaimUnconfirmedException if the connection broke during COMMIT
     */
    public List<ClaimedAction> claim(String serverName, long epoch, boolean originates, int limit) {
        return claim(LaneKey.of(serverName, originates), epoch, limit);
    }

    /** Claims at most this many rows of one lane. */
    List<ClaimedAction> claim(LaneKey lane, long epoch, int limit) {
        List<ClaimedAction> claimed = new ArrayList<>();
        String chance = ActionTag.chance();
        ShrinkingGroup most = new ShrinkingGroup(limit);
        try {
            store.change(connection -> {
                claimed.clear();
                claimed.addAll(select(connection, lane, epoch, most.next(), chance));
                mark(connection, node.name(), claimed, chance);
                ActionRows.note(connection, node.name(), steps(claimed, time.now()));
                return claimed.stream().map(ClaimedAction::id).toList();
            });
        } catch (DatabaseException e) {
            throw e.isOutcomeUnknown() ? new ClaimUnconfirmedException(claimed, e) : e;
        }
        return claimed;
    }

    private List<ClaimedAction> select(Connection connection, LaneKey lane, long epoch, int limit, String chance)
            throws SQLException {
        List<ClaimedAction> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, lane.serverName());
            select.setInt(2, lane.originate() ? 1 : 0);
            select.setString(3, lane.trunk());
            select.setInt(4, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(read(row, epoch, chance));
                }
            }
        }
        return found;
    }

    private ClaimedAction read(ResultSet row, long epoch, String chance) throws SQLException {
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
                ActionTag.of(id, chance),
                new Caller(row.getString("submitted_by"), row.getString("database_account")));
    }

    /** Marks rows that this transaction has locked or made; all their tags have this chance part. Their story is the caller's. */
    static void mark(Connection connection, String node, List<ClaimedAction> claimed, String chance)
            throws SQLException {
        if (claimed.isEmpty()) {
            return;
        }
        JsonRows json = new JsonRows();
        claimed.forEach(action -> json.row().put("i", action.id()).put("e", action.epoch()));
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setString(1, json.end());
            claim.setString(2, node);
            claim.setString(3, chance);
            int count = claim.executeUpdate();
            if (count != claimed.size()) {
                throw new SQLException("%d of %d locked rows were claimed".formatted(count, claimed.size()), "SWR01");
            }
        }
    }

    /** The step of their stories. */
    static List<RowState.Transition> steps(List<ClaimedAction> claimed, Instant now) {
        return claimed.stream()
                .map(each -> new RowState.Transition(each.id(), ActionStatus.NEW, ActionStatus.CLAIMED, now, null))
                .toList();
    }
}
