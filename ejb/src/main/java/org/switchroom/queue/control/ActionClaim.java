package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.switchroom.common.control.DatabaseException;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.SqlTime;
import org.switchroom.queue.entity.ActionStatus;
import org.switchroom.server.control.NodeName;

/**
 * Takes due rows for this node, most urgent first: {@code FOR UPDATE SKIP LOCKED} at READ COMMITTED, committed before anything is
 * written to a server, so that no two nodes ever hold the same row.
 */
@ApplicationScoped
public class ActionClaim {
    /** The index is forced: MySQL 9 takes the one that sorts all servers' rows together and reads past those of the others. */
    static final String SELECT = ArrivedAction.COLUMNS + """
              from queued_action force index (ix_queued_action_due)
             where stage = 'DUE' and server_name = ? and originate = ? and trunk = ? and expires_at > utc_timestamp(3)
             order by urgency, id
             limit ?
               for update skip locked""";

    /** All rows of a claim share the chance part of their tags; the id makes each its own. */
    private static final IdList CLAIM = new IdList("""
            update queued_action force index (primary)
               set status = 'CLAIMED', stage = null, node = ?, epoch = ?, attempt = attempt + 1,
                   uniqueid = if(originate = 1, concat('swr-', id, '-', ?), null),
                   submitted_by = coalesce(?, submitted_by), judged = true, settle_by = expires_at + interval 10 second
             where id in (%s) and status = 'NEW'""");

    /** What rows of a claim get alike. */
    private record Mark(long epoch, String submittedBy) {}

    private final QueueStore store;
    private final ArrivalJudge judge;
    private final NodeName node;
    private final DatabaseTime time;

    @Inject
    ActionClaim(QueueStore store, ArrivalJudge judge, NodeName node, DatabaseTime time) {
        this.store = store;
        this.judge = judge;
        this.node = node;
        this.time = time;
    }

    /** For the container's proxy only. */
    protected ActionClaim() {
        this(null, null, null, null);
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
                List<ArrivedAction> due = select(connection, lane, most.next());
                take(connection, due, epoch, chance, claimed);
                return due.stream().map(ArrivedAction::id).toList();
            });
        } catch (DatabaseException e) {
            throw e.isOutcomeUnknown() ? new ClaimUnconfirmedException(claimed, e) : e;
        }
        return claimed;
    }

    /** Claims what is good; what nobody has judged yet is judged now, and ends here if it is bad. */
    private void take(
            Connection connection, List<ArrivedAction> due, long epoch, String chance, List<ClaimedAction> claimed)
            throws SQLException {
        List<ArrivalJudge.Judged> judged = judge.judge(
                connection, due.stream().filter(row -> !row.judged()).toList());
        Set<Long> ended = ActionIntake.ended(judged);
        Map<Long, String> by = new HashMap<>();
        List<ArrivalJudge.Judged> left = new ArrayList<>();
        for (ArrivalJudge.Judged row : judged) {
            if (row.isDue() && !ended.contains(row.action().id())) {
                by.put(row.action().id(), row.submittedBy());
            } else {
                left.add(row);
            }
        }
        for (ArrivedAction row : due) {
            if (by.containsKey(row.id()) || row.judged() && !ended.contains(row.id())) {
                claimed.add(row.claimed(epoch, chance));
            }
        }
        mark(connection, node.name(), claimed, chance, by);
        List<RowState.Transition> story = new ArrayList<>(ArrivalJudge.arrivals(judged));
        story.addAll(steps(claimed, time.now()));
        ActionRows.note(connection, node.name(), story);
        ArrivalJudge.mark(connection, node.name(), left);
    }

    private List<ArrivedAction> select(Connection connection, LaneKey lane, int limit) throws SQLException {
        List<ArrivedAction> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, lane.serverName());
            select.setInt(2, lane.originate() ? 1 : 0);
            select.setString(3, lane.trunk());
            select.setInt(4, limit);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (found.isEmpty()) {
                        time.notBefore(SqlTime.get(row, "now"));
                    }
                    found.add(ArrivedAction.read(row));
                }
            }
        }
        return found;
    }

    /**
     * Marks rows that this transaction has locked or made; all their tags have this chance part. Their story is the caller's.
     *
     * @param submittedBy who answers for rows that are judged in this transaction, by their ids
     */
    static void mark(
            Connection connection,
            String node,
            List<ClaimedAction> claimed,
            String chance,
            Map<Long, String> submittedBy)
            throws SQLException {
        Map<Mark, List<Long>> alike = new LinkedHashMap<>();
        for (ClaimedAction action : claimed) {
            alike.computeIfAbsent(new Mark(action.epoch(), submittedBy.get(action.id())), key -> new ArrayList<>())
                    .add(action.id());
        }
        for (Map.Entry<Mark, List<Long>> each : alike.entrySet()) {
            try (PreparedStatement claim = CLAIM.prepare(connection, 4, each.getValue())) {
                claim.setString(1, node);
                claim.setLong(2, each.getKey().epoch());
                claim.setString(3, chance);
                claim.setString(4, each.getKey().submittedBy());
                ActionRows.expect(each.getValue().size(), claim.executeUpdate());
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
