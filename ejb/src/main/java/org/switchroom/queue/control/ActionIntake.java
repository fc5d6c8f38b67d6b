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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.switchroom.common.control.DatabaseException;
import org.switchroom.common.control.SqlTime;
import org.switchroom.queue.entity.ActionStatus;
import org.switchroom.server.control.NodeName;

/**
 * Takes in rows that foreign SQL clients inserted: each is checked once, within a second of its arrival whether its server is up or
 * not, and becomes due, waits for its time, or fails with a reason. A bad row blocks nobody.
 */
@ApplicationScoped
public class ActionIntake {
    private static final int GROUP = 200;

    private static final String SELECT = """
            select id, server_name, action, headers, priority, internal, idempotency_key, submitted_by, database_account, created_at,
                   not_before > utc_timestamp(3) as early, expires_at <= utc_timestamp(3) as expired, arrived,
                   greatest(created_at, coalesce(not_before, created_at)) as due_at, expires_at
              from queued_action force index (ix_queued_action_arrived) where arrived is not null order by arrived, id limit ?
               for update skip locked""";

    /** What is accepted, all at once; a row with an epoch is claimed as well. */
    private static final String ACCEPT = """
            update json_table(?, '$[*]' columns (
                     id bigint path '$.i', stage varchar(8) path '$.g', submitted_by varchar(128) path '$.b',
                     trunk varchar(100) path '$.t', epoch bigint path '$.e')) j
              straight_join queued_action q force index (primary) on q.id = j.id
               set q.stage = j.stage, q.submitted_by = j.submitted_by, q.trunk = j.trunk,
                   q.node = if(j.epoch is null, null, ?), q.epoch = j.epoch, q.attempt = if(j.epoch is null, 0, 1),
                   q.uniqueid = if(j.epoch is null or q.originate = 0, null, concat('swr-', q.id, '-', ?)),
                   q.settle_by = if(j.epoch is null, q.settle_by, q.expires_at + interval 10 second),
                   q.status = if(j.epoch is null, 'NEW', 'CLAIMED')
             where q.status = 'NEW'""";

    private static final String ACCOUNTS = """
            select database_account, min(name) as name from user_account
             where database_account is not null and enabled group by database_account""";

    private static final long ACCOUNTS_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** A row that was looked at: where it waits (ARRIVED: nowhere, it ends here), who answers for it, what limits it. */
    private record Accepted(ArrivedAction action, String stage, String submittedBy, LaneKey lane)
            implements AtOnce.Claimable {
        boolean isDue() {
            return stage.equals("DUE");
        }
    }

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

    private static final String END_WAITING = """
            update queued_action set stage = 'DUE'
             where waits_until <= utc_timestamp(3) order by waits_until limit 1000""";

    private final QueueStore store;
    private final ArrivalCheck check;
    private final NodeName node;
    private Map<String, String> accounts;
    private long accountsReadNanos;

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

    /**
     * Takes in up to 200 rows, the most urgent first, and claims none.
     *
     * @return whether there may be more
     */
    public boolean takeIn() {
        return takeIn(new AtOnce() {}).more();
    }

    /**
     * Takes in up to 200 rows, the most urgent first. Where a lane has room and nothing is due in it already, its rows are claimed in the
     * same transaction: so a row that comes alone is on its way after one commit.
     */
    TakenIn takeIn(AtOnce atOnce) {
        AtomicReference<TakenIn> result = new AtomicReference<>();
        ShrinkingGroup most = new ShrinkingGroup(GROUP);
        try {
            store.change(connection -> takeInGroup(connection, most.next(), atOnce, result));
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

    private List<Long> takeInGroup(Connection connection, int most, AtOnce atOnce, AtomicReference<TakenIn> result)
            throws SQLException {
        List<ArrivedAction> arrived = new ArrayList<>();
        for (ArrivedAction action : select(connection, most)) {
            if (!check.isTooEarly(connection, action)) {
                arrived.add(action);
            }
        }
        List<ActionMove> moves = new ArrayList<>();
        List<Accepted> accepted = judge(connection, arrived, moves);
        Map<LaneKey, List<ClaimedAction>> claimed = claimable(connection, accepted, atOnce);
        Map<Long, ClaimedAction> byId = new HashMap<>();
        claimed.values().forEach(actions -> actions.forEach(action -> byId.put(action.id(), action)));
        accept(connection, accepted, byId);
        note(connection, arrived, byId);
        ActionRows.change(connection, node.name(), moves);
        boolean due = accepted.stream()
                .anyMatch(row -> row.isDue() && !byId.containsKey(row.action().id()));
        result.set(new TakenIn(arrived.size() == most, due, claimed));
        return arrived.stream().map(ArrivedAction::id).toList();
    }

    private List<Accepted> judge(Connection connection, List<ArrivedAction> arrived, List<ActionMove> moves)
            throws SQLException {
        List<Accepted> accepted = new ArrayList<>();
        Map<String, Long> earlier = ArrivalCheck.earlier(connection, arrived);
        for (ArrivedAction action : arrived) {
            ArrivalCheck.Judgement judgement = check.check(connection, action, earlier.get(action.idempotencyKey()));
            moves.addAll(judgement.ending());
            String stage = action.early() ? "WAITING" : "DUE";
            accepted.add(new Accepted(
                    action,
                    judgement.trunk().isPresent() ? stage : "ARRIVED",
                    submittedBy(connection, action),
                    new LaneKey(
                            action.serverName(),
                            action.action().equalsIgnoreCase("Originate"),
                            judgement.trunk().orElse(""))));
        }
        return accepted;
    }

    private static Map<LaneKey, List<ClaimedAction>> claimable(
            Connection connection, List<Accepted> accepted, AtOnce atOnce) throws SQLException {
        String chance = ActionTag.chance();
        List<Accepted> due = accepted.stream()
                .filter(row -> row.isDue() && !row.action().expired())
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

    /** A row counts as the account that its database account is mapped to, else as what it says, else as SQL's. */
    private String submittedBy(Connection connection, ArrivedAction action) throws SQLException {
        if (accounts == null || System.nanoTime() - accountsReadNanos > ACCOUNTS_NANOS) {
            accounts = accounts(connection);
            accountsReadNanos = System.nanoTime();
        }
        String said = action.submittedBy() == null ? "sql" : action.submittedBy();
        return accounts.getOrDefault(action.accountName(), said);
    }

    private void accept(Connection connection, List<Accepted> accepted, Map<Long, ClaimedAction> claimed)
            throws SQLException {
        if (accepted.isEmpty()) {
            return;
        }
        JsonRows json = new JsonRows();
        for (Accepted row : accepted) {
            ClaimedAction action = claimed.get(row.action().id());
            json.row()
                    .put("i", row.action().id())
                    .put("g", action == null ? row.stage() : null)
                    .put("b", row.submittedBy())
                    .put("t", row.lane().trunk())
                    .put("e", action == null ? null : action.epoch());
        }
        String chance = claimed.values().stream()
                .findAny()
                .map(ClaimedAction::tag)
                .map(ActionTag::chanceOf)
                .orElse(null);
        try (PreparedStatement accept = connection.prepareStatement(ACCEPT)) {
            accept.setString(1, json.end());
            accept.setString(2, node.name());
            accept.setString(3, chance);
            int count = accept.executeUpdate();
            if (count != accepted.size()) {
                throw new SQLException("%d of %d locked rows were taken in".formatted(count, accepted.size()), "SWR01");
            }
        }
    }

    private void note(Connection connection, List<ArrivedAction> arrived, Map<Long, ClaimedAction> claimed)
            throws SQLException {
        List<RowState.Transition> lines = new ArrayList<>();
        Instant now = check.now();
        for (ArrivedAction action : arrived) {
            lines.add(new RowState.Transition(action.id(), null, ActionStatus.NEW, action.createdAt(), null));
            if (claimed.containsKey(action.id())) {
                lines.add(new RowState.Transition(action.id(), ActionStatus.NEW, ActionStatus.CLAIMED, now, null));
            }
        }
        ActionRows.note(connection, node.name(), lines);
    }

    private static Map<String, String> accounts(Connection connection) throws SQLException {
        Map<String, String> accounts = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(ACCOUNTS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                accounts.put(row.getString("database_account"), row.getString("name"));
            }
        }
        return accounts;
    }

    private static List<ArrivedAction> select(Connection connection, int most) throws SQLException {
        List<ArrivedAction> arrived = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setInt(1, most);
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
                row.getBoolean("expired"),
                row.getInt("arrived"),
                SqlTime.get(row, "created_at"),
                SqlTime.get(row, "due_at"),
                SqlTime.get(row, "expires_at"));
    }
}
