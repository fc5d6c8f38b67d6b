package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.switchroom.common.control.DatabaseException;
import org.switchroom.common.control.SqlTime;
import org.switchroom.server.control.NodeName;

/**
 * Stores new rows, those of many threads in few commits: whoever comes first stores what the others have put down meanwhile. Nobody
 * waits longer than for the commit that is under way and the next. Each row is durable before its thread goes on. What may go at once is
 * claimed by the same commit, so that it is on its way without being read again.
 */
@ApplicationScoped
public class SubmitGroup {
    private static final int LARGEST_GROUP = 100;
    private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
    private static final String UNCONFIRMED = "the claim was not confirmed by the database";
    private static final AtOnce NOTHING_GOES = new AtOnce() {};

    private static final String INSERT = """
            insert into queued_action (server_name, action, headers, priority, not_before, created_at, expires_at, settle_by,
                                       idempotency_key, submitted_by, stage, internal, trunk, judged)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true)""";

    private static final String STORED =
            "select id from queued_action where id = ? and server_name = ? and created_at = ? for update";

    private static final class Waiting implements AtOnce.Claimable {
        private final NewRow row;
        private long id;
        private DatabaseException problem;
        private boolean done;

        Waiting(NewRow row) {
            this.row = row;
        }

        @Override
        public LaneKey lane() {
            return row.lane();
        }

        ClaimedAction claimed(long epoch, String chance) {
            return row.claimed(id, epoch, chance);
        }
    }

    private final QueueStore store;
    private final NodeName node;
    private final SendingTurn turn;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock storing = new ReentrantLock();
    private volatile long begunAtNanos = System.nanoTime();

    @Inject
    SubmitGroup(QueueStore store, NodeName node, SendingTurn turn) {
        this.store = store;
        this.node = node;
        this.turn = turn;
    }

    /** For the container's proxy only. */
    protected SubmitGroup() {
        this(null, null, null);
    }

    /**
     * Stores a row; it is committed when this returns.
     *
     * @return its id
     * @throws DatabaseException if it was not stored, or nobody can say; also when the groups before took longer than 400 ms
     */
    long store(NewRow row) {
        Waiting mine = new Waiting(row);
        waiting.add(mine);
        if (!isMyTurn(mine)) {
            throw DatabaseException.poolExhausted("rows that came before are still being stored");
        }
        try {
            while (!mine.done) {
                storeGroup();
            }
        } finally {
            storing.unlock();
        }
        if (mine.problem != null) {
            throw mine.problem;
        }
        return mine.id;
    }

    /**
     * Waits for the groups before; true with the lock. Where those before hang, a row that nobody took up yet is taken back: it is certain
     * that it was not stored. One that is in a group already shares that group's fate.
     */
    private boolean isMyTurn(Waiting mine) {
        try {
            long patience =
                    storing.isLocked() ? begunAtNanos + LONGEST_WAIT_NANOS - System.nanoTime() : LONGEST_WAIT_NANOS;
            if (storing.tryLock(Math.max(0, patience), TimeUnit.NANOSECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (waiting.remove(mine)) {
            return false;
        }
        storing.lock();
        return true;
    }

    private void storeGroup() {
        List<Waiting> group = new ArrayList<>();
        for (Waiting next = waiting.poll(); next != null; next = group.size() < LARGEST_GROUP ? waiting.poll() : null) {
            group.add(next);
        }
        begunAtNanos = System.nanoTime();
        try {
            turn.lend(atOnce -> store(group, atOnce));
        } finally {
            group.forEach(each -> each.done = true);
        }
    }

    /** One that can't be stored must not take the others with it. Returns what was claimed. */
    private Map<LaneKey, List<ClaimedAction>> store(List<Waiting> group, AtOnce atOnce) {
        Map<LaneKey, List<ClaimedAction>> claimed = new LinkedHashMap<>();
        try {
            store.change(connection -> insert(connection, group, atOnce, claimed));
            if (claimed.values().stream().mapToInt(List::size).sum() < group.size()) {
                turn.wake();
            }
            return claimed;
        } catch (DatabaseException e) {
            if (e.isOutcomeUnknown()) {
                group.forEach(each -> readBack(each, e));
                claimed.values().forEach(each -> turn.letWaitAgain(each, UNCONFIRMED));
            } else if (group.size() == 1 || e.isOutOfReach()) {
                group.forEach(each -> each.problem = e);
            } else {
                group.forEach(each -> store(List.of(each), NOTHING_GOES));
            }
            return Map.of();
        } catch (RuntimeException e) {
            group.forEach(each -> each.problem = new DatabaseException(e));
            throw e;
        }
    }

    /**
     * The connection broke during COMMIT: the id was given out before, and no other row ever has it. The row is asked for with its lock, so
     * that a COMMIT that is still under way is waited for. What was not stored is left to the client, which may come again.
     */
    private void readBack(Waiting row, DatabaseException unknown) {
        try {
            boolean stored =
                    !store.change(connection -> stored(connection, row)).isEmpty();
            row.problem = stored ? null : unknown;
        } catch (DatabaseException e) {
            row.problem = unknown;
        }
    }

    private static List<Long> stored(Connection connection, Waiting row) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(STORED)) {
            select.setLong(1, row.id);
            select.setString(2, row.row.serverName());
            SqlTime.set(select, 3, row.row.createdAt());
            try (ResultSet found = select.executeQuery()) {
                return found.next() ? List.of(row.id) : List.of();
            }
        }
    }

    private List<Long> insert(
            Connection connection, List<Waiting> group, AtOnce atOnce, Map<LaneKey, List<ClaimedAction>> claimed)
            throws SQLException {
        claimed.clear();
        List<Waiting> eager = group.stream()
                .filter(each -> each.row.mayGoAtOnce())
                .sorted(Comparator.comparingInt(each -> each.row.urgency()))
                .toList();
        Map<LaneKey, List<AtOnce.Chosen<Waiting>>> chosen = atOnce.choose(connection, eager);
        Map<Long, Instant> createdAt = insert(connection, group);
        String chance = ActionTag.chance();
        chosen.forEach((lane, each) -> claimed.put(
                lane,
                each.stream().map(one -> one.row().claimed(one.epoch(), chance)).toList()));
        List<ClaimedAction> all =
                claimed.values().stream().flatMap(List::stream).toList();
        ActionClaim.mark(connection, node.name(), all, chance, Map.of());
        List<RowState.Transition> story = new ArrayList<>(ActionRows.arrivals(createdAt));
        story.addAll(ActionClaim.steps(all, group.get(0).row.createdAt()));
        ActionRows.note(connection, node.name(), story);
        return List.copyOf(createdAt.keySet());
    }

    private static Map<Long, Instant> insert(Connection connection, List<Waiting> group) throws SQLException {
        Map<Long, Instant> createdAt = new LinkedHashMap<>();
        try (PreparedStatement insert = connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS)) {
            for (Waiting each : group) {
                bind(insert, each.row);
                insert.addBatch();
            }
            insert.executeBatch();
            try (ResultSet key = insert.getGeneratedKeys()) {
                for (Waiting each : group) {
                    if (!key.next()) {
                        throw new SQLException("a row was stored without an id", "SWR02");
                    }
                    each.id = key.getLong(1);
                    createdAt.put(each.id, each.row.createdAt());
                }
            }
        }
        return createdAt;
    }

    private static void bind(PreparedStatement insert, NewRow row) throws SQLException {
        insert.setString(1, row.serverName());
        insert.setString(2, row.action());
        insert.setString(3, row.headers());
        insert.setObject(4, row.priority());
        SqlTime.set(insert, 5, row.notBefore());
        SqlTime.set(insert, 6, row.createdAt());
        SqlTime.set(insert, 7, row.expiresAt());
        SqlTime.set(insert, 8, row.expiresAt());
        insert.setString(9, row.idempotencyKey());
        insert.setString(10, row.submittedBy());
        insert.setString(11, row.stage());
        insert.setBoolean(12, row.internal());
        insert.setString(13, row.lane().trunk());
    }
}
