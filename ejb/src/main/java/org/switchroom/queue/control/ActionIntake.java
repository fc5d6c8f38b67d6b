package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.switchroom.common.control.DatabaseException;
import org.switchroom.server.control.NodeName;

/**
 * Takes in rows of foreign SQL clients that no claim can take as they are, and those that have waited for their turn for a while: each is
 * checked once, within a second of its arrival whether its server is up or not, and becomes due, waits for its time, or fails with a
 * reason. A bad row blocks nobody.
 */
@ApplicationScoped
public class ActionIntake {
    /** From here on, {@code arrived} is the urgency of a row that may be claimed as it is. */
    static final int ORDINARY = 10;

    private static final int GROUP = 200;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    static final String SELECT = ArrivedAction.COLUMNS + """
              from queued_action force index (ix_queued_action_arrived) where arrived between ? and ? order by arrived, id limit ?
               for update skip locked""";

    /** The oldest row of the next urgency: whether one of them has waited. */
    static final String OLDEST = """
            select arrived, created_at <= utc_timestamp(3) - interval 400000 microsecond as waited
              from queued_action force index (ix_queued_action_arrived) where arrived > ? order by arrived, id limit 1""";

    private static final String END_WAITING = """
            update queued_action set stage = 'DUE'
             where waits_until <= utc_timestamp(3) order by waits_until limit 1000""";

    /**
     * What became of a group.
     *
     * @param more whether there may be more
     * @param due whether rows are due now that were not claimed at once
     * @param claimed by lane, in the order in which they are to be sent
     */
    record TakenIn(boolean more, boolean due, Map<LaneKey, List<ClaimedAction>> claimed) {
        List<ClaimedAction> all() {
            return claimed.values().stream().flatMap(List::stream).toList();
        }
    }

    /** Which rows are taken in: those whose {@code arrived} lies between these and that are wanted. */
    private record Range(int from, int to, Predicate<ArrivedAction> wanted) {}

    private final QueueStore store;
    private final ArrivalCheck check;
    private final ArrivalJudge judge;
    private final NodeName node;
    private long lookedNanos = System.nanoTime() - LOOK_NANOS;

    @Inject
    ActionIntake(QueueStore store, ArrivalCheck check, ArrivalJudge judge, NodeName node) {
        this.store = store;
        this.check = check;
        this.judge = judge;
        this.node = node;
    }

    /** For the container's proxy only. */
    protected ActionIntake() {
        this(null, null, null, null);
    }

    /**
     * Takes in up to 200 rows of any kind, the most urgent first, and claims none.
     *
     * @return whether there may be more
     */
    public boolean takeIn() {
        return takeIn(new Range(0, 2 * ORDINARY, row -> true), new AtOnce() {}).more();
    }

    /**
     * Takes in up to 200 rows that can't be claimed as they are, the most urgent first. Where a lane has room and nothing is due in it
     * already, its rows are claimed in the same transaction: so a row that comes alone is on its way after one commit.
     */
    TakenIn takeIn(AtOnce atOnce) {
        return takeIn(new Range(0, ORDINARY - 1, row -> true), atOnce);
    }

    /**
     * Judges rows that could have been claimed as they are, but have waited for 400 ms, so that a bad one is told in time however far it is
     * from its turn; up to 200 of each urgency. Looks at most every 100 ms. One thread at a time.
     *
     * @return whether there may be more
     */
    boolean judgeWaiting(long nowNanos) {
        if (nowNanos - lookedNanos < LOOK_NANOS) {
            return false;
        }
        boolean more = false;
        for (int urgency : waited()) {
            more |= takeIn(new Range(urgency, urgency, ArrivedAction::waited), new AtOnce() {})
                    .more();
        }
        lookedNanos = more ? lookedNanos : nowNanos;
        return more;
    }

    private List<Integer> waited() {
        List<Integer> found = new ArrayList<>();
        store.change(connection -> {
            found.clear();
            try (PreparedStatement select = connection.prepareStatement(OLDEST)) {
                for (int last = ORDINARY - 1; last >= 0; ) {
                    select.setInt(1, last);
                    try (ResultSet row = select.executeQuery()) {
                        last = row.next() ? row.getInt("arrived") : -1;
                        if (last >= 0 && row.getBoolean("waited")) {
                            found.add(last);
                        }
                    }
                }
            }
            return List.of();
        });
        return found;
    }

    private TakenIn takeIn(Range range, AtOnce atOnce) {
        AtomicReference<TakenIn> result = new AtomicReference<>();
        ShrinkingGroup most = new ShrinkingGroup(GROUP);
        try {
            store.change(connection -> takeInGroup(connection, range, most.next(), atOnce, result));
        } catch (DatabaseException e) {
            throw e.isOutcomeUnknown() && result.get() != null
                    ? new ClaimUnconfirmedException(result.get().all(), e)
                    : e;
        }
        return result.get();
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

    private List<Long> takeInGroup(
            Connection connection, Range range, int most, AtOnce atOnce, AtomicReference<TakenIn> result)
            throws SQLException {
        List<ArrivedAction> arrived = new ArrayList<>();
        for (ArrivedAction action : select(connection, range, most)) {
            if (range.wanted().test(action) && !check.isTooEarly(connection, action)) {
                arrived.add(action);
            }
        }
        List<ArrivalJudge.Judged> judged = judge.judge(connection, arrived);
        String chance = ActionTag.chance();
        Map<LaneKey, List<ClaimedAction>> claimed = claimable(connection, judged, atOnce, chance);
        boolean due = store(connection, judged, claimed, chance);
        result.set(new TakenIn(arrived.size() == most, due, claimed));
        return arrived.stream().map(ArrivedAction::id).toList();
    }

    /** Stores what became of these rows; whether some are due that were not claimed. */
    private boolean store(
            Connection connection,
            List<ArrivalJudge.Judged> judged,
            Map<LaneKey, List<ClaimedAction>> claimed,
            String chance)
            throws SQLException {
        List<ClaimedAction> all =
                claimed.values().stream().flatMap(List::stream).toList();
        Map<Long, ArrivalJudge.Judged> left = new LinkedHashMap<>();
        judged.forEach(row -> left.put(row.action().id(), row));
        Map<Long, String> submittedBy = new HashMap<>();
        all.forEach(
                action -> submittedBy.put(action.id(), left.remove(action.id()).submittedBy()));
        ActionClaim.mark(connection, node.name(), all, chance, submittedBy);
        List<RowState.Transition> story = new ArrayList<>(ArrivalJudge.arrivals(judged));
        story.addAll(ActionClaim.steps(all, check.now()));
        ActionRows.note(connection, node.name(), story);
        ArrivalJudge.mark(connection, node.name(), left.values());
        return left.values().stream().anyMatch(ArrivalJudge.Judged::isDue);
    }

    /** What is withdrawn by a row of the same group does not go. */
    private static Map<LaneKey, List<ClaimedAction>> claimable(
            Connection connection, List<ArrivalJudge.Judged> judged, AtOnce atOnce, String chance) throws SQLException {
        Set<Long> ended = ended(judged);
        List<ArrivalJudge.Judged> due = judged.stream()
                .filter(row -> row.isDue()
                        && !row.action().expired()
                        && !ended.contains(row.action().id()))
                .toList();
        Map<LaneKey, List<ClaimedAction>> claimed = new LinkedHashMap<>();
        atOnce.choose(connection, due)
                .forEach((lane, chosen) -> claimed.put(
                        lane,
                        chosen.stream()
                                .map(each -> each.row().action().claimed(each.epoch(), chance))
                                .toList()));
        return claimed;
    }

    /** Ids of all rows that these end. */
    static Set<Long> ended(List<ArrivalJudge.Judged> judged) {
        Set<Long> ended = new HashSet<>();
        judged.forEach(row -> row.ending().forEach(move -> ended.add(move.id())));
        return ended;
    }

    private static List<ArrivedAction> select(Connection connection, Range range, int most) throws SQLException {
        List<ArrivedAction> arrived = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setInt(1, range.from());
            select.setInt(2, range.to());
            select.setInt(3, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    arrived.add(ArrivedAction.read(row));
                }
            }
        }
        return arrived;
    }
}
