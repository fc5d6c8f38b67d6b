package org.switchroom.queue.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.switchroom.common.control.SqlTime;
import org.switchroom.queue.entity.ActionStatus;
import org.switchroom.queue.entity.CallState;

/**
 * Changes groups of rows of the queue, each row one guarded step after the other and each step with its transition in the same
 * transaction. A group costs three statements, however large: the rows are locked and read, judged in memory, written back.
 */
final class ActionRows {
    /** Rows that are changed together at most; a larger group is cut. */
    private static final int GROUP = IdList.LONGEST;

    /** By the primary key alone, in the order of the list: nothing else is looked at or locked, however small the table is. */
    private static final IdList READ = new IdList("""
            select id, status, stage, epoch, sent_at, responded_at, response, response_message, settle_by, finished_at, closed_at,
                   expires_at, uniqueid, call_state, channel, linkedid, hangup_cause, hangup_cause_text,
                   case when status = 'NEW' and not judged then created_at end as arrived_at
              from queued_action force index (primary) where id in (%s) order by id for update""");

    /** What a step of an ordinary action changes: narrow, because both databases keep the whole width of each row of the list in memory. */
    static final String UPDATE = """
            update json_table(?, '$[*]' columns (
                     id bigint path '$.i', was varchar(16) path '$.w', status varchar(16) path '$.s', stage varchar(8) path '$.g',
                     sent_at datetime(3) path '$.t', responded_at datetime(3) path '$.a', response varchar(32) path '$.r',
                     response_message varchar(64) path '$.m', settle_by datetime(3) path '$.b', finished_at datetime(3) path '$.f',
                     closed_at datetime(3) path '$.e')) j
              straight_join queued_action q force index (primary) on q.id = j.id
               set q.status = j.status, q.stage = j.stage, q.sent_at = j.sent_at, q.responded_at = j.responded_at,
                   q.response = j.response, q.response_message = j.response_message, q.settle_by = j.settle_by,
                   q.finished_at = j.finished_at, q.closed_at = j.closed_at
             where q.status = j.was""";

    /** The same with what is known of the call, and with texts of any length. */
    static final String UPDATE_WHOLE = """
            update json_table(?, '$[*]' columns (
                     id bigint path '$.i', was varchar(16) path '$.w', status varchar(16) path '$.s', stage varchar(8) path '$.g',
                     sent_at datetime(3) path '$.t', responded_at datetime(3) path '$.a', response varchar(32) path '$.r',
                     response_message varchar(500) path '$.m', settle_by datetime(3) path '$.b', finished_at datetime(3) path '$.f',
                     closed_at datetime(3) path '$.e', call_state varchar(16) path '$.c', channel varchar(255) path '$.n',
                     linkedid varchar(150) path '$.l', hangup_cause int path '$.h', hangup_cause_text varchar(128) path '$.x')) j
              straight_join queued_action q force index (primary) on q.id = j.id
               set q.status = j.status, q.stage = j.stage, q.sent_at = j.sent_at, q.responded_at = j.responded_at,
                   q.response = j.response, q.response_message = j.response_message, q.settle_by = j.settle_by,
                   q.finished_at = j.finished_at, q.closed_at = j.closed_at, q.call_state = j.call_state, q.channel = j.channel,
                   q.linkedid = j.linkedid, q.hangup_cause = j.hangup_cause, q.hangup_cause_text = j.hangup_cause_text
             where q.status = j.was""";

    private static final int NARROW_TEXT = 64;

    private static final String TRANSITION = """
            insert into action_transition (queued_action_id, from_status, to_status, at, node, reason) values (?, ?, ?, ?, ?, ?)""";

    private ActionRows() {}

    /**
     * Makes the steps, those of one row in the order given, the rows in the order of their ids, so that two transactions never wait for
     * each other crosswise.
     *
     * @return ids of the rows that were changed
     */
    static Collection<Long> change(Connection connection, String node, Collection<? extends RowStep> steps)
            throws SQLException {
        TreeMap<Long, List<RowStep>> byRow = new TreeMap<>();
        steps.forEach(step ->
                byRow.computeIfAbsent(step.id(), id -> new ArrayList<>(2)).add(step));
        Set<Long> changed = new LinkedHashSet<>();
        List<Long> ids = List.copyOf(byRow.keySet());
        for (int from = 0; from < ids.size(); from += GROUP) {
            Map<Long, Instant> arrivedAt = new HashMap<>();
            List<RowState> rows = read(connection, ids.subList(from, Math.min(from + GROUP, ids.size())), arrivedAt);
            rows.forEach(row -> byRow.get(row.id()).forEach(step -> step.on(row)));
            changed.addAll(write(
                    connection, node, rows.stream().filter(RowState::isChanged).toList(), arrivedAt));
        }
        return changed;
    }

    private static List<RowState> read(Connection connection, List<Long> ids, Map<Long, Instant> arrivedAt)
            throws SQLException {
        List<RowState> rows = new ArrayList<>(ids.size());
        try (PreparedStatement select = READ.prepare(connection, 0, ids);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(new RowState(row.getLong("id"), columns(row), call(row)));
                Instant arrived = SqlTime.get(row, "arrived_at");
                if (arrived != null) {
                    arrivedAt.put(row.getLong("id"), arrived);
                }
            }
        }
        return rows;
    }

    private static RowState.Columns columns(ResultSet row) throws SQLException {
        return new RowState.Columns(
                ActionStatus.valueOf(row.getString("status")),
                row.getString("stage"),
                row.getObject("epoch", Long.class),
                SqlTime.get(row, "sent_at"),
                SqlTime.get(row, "responded_at"),
                row.getString("response"),
                row.getString("response_message"),
                SqlTime.get(row, "settle_by"),
                SqlTime.get(row, "finished_at"),
                SqlTime.get(row, "closed_at"),
                SqlTime.get(row, "expires_at"));
    }

    private static RowState.Call call(ResultSet row) throws SQLException {
        String state = row.getString("call_state");
        return new RowState.Call(
                row.getString("uniqueid"),
                state == null ? null : CallState.valueOf(state),
                row.getString("channel"),
                row.getString("linkedid"),
                row.getObject("hangup_cause", Integer.class),
                row.getString("hangup_cause_text"));
    }

    /**
     * Writes the rows as they are now, each only if it still is in the state in which it was read; anything else is our mistake.
     *
     * @param arrivedAt rows that nobody had judged: what happens to them is not the first line of their story
     */
    private static List<Long> write(
            Connection connection, String node, List<RowState> rows, Map<Long, Instant> arrivedAt) throws SQLException {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Boolean, List<RowState>> byWidth =
                rows.stream().collect(Collectors.partitioningBy(row -> row.isCallChanged() || isLong(row)));
        update(connection, UPDATE, byWidth.get(false));
        update(connection, UPDATE_WHOLE, byWidth.get(true));
        List<Long> ids = rows.stream().map(RowState::id).toList();
        arrivedAt.keySet().retainAll(ids);
        List<RowState.Transition> story = new ArrayList<>(arrivals(arrivedAt));
        rows.forEach(row -> story.addAll(row.transitions()));
        note(connection, node, story);
        return ids;
    }

    private static boolean isLong(RowState row) {
        String message = row.columns().responseMessage();
        return message != null && message.length() > NARROW_TEXT;
    }

    private static void update(Connection connection, String sql, List<RowState> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        JsonRows json = new JsonRows();
        rows.forEach(row -> spell(json, row));
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, json.end());
            expect(rows.size(), update.executeUpdate());
        }
    }

    /** Rows that this transaction has locked are all changed; anything else is our mistake. */
    static void expect(int locked, int changed) throws SQLException {
        if (changed != locked) {
            throw new SQLException("%d of %d locked rows were changed".formatted(changed, locked), "SWR01");
        }
    }

    private static void spell(JsonRows json, RowState row) {
        RowState.Columns now = row.columns();
        RowState.Call call = row.call();
        json.row()
                .put("i", row.id())
                .put("w", row.before().name())
                .put("s", now.status().name())
                .put("g", now.stage())
                .put("t", now.sentAt())
                .put("a", now.respondedAt())
                .put("r", now.response())
                .put("m", now.responseMessage())
                .put("b", now.settleBy())
                .put("f", now.finishedAt())
                .put("e", now.closedAt())
                .put("c", call.state() == null ? null : call.state().name())
                .put("n", call.channel())
                .put("l", call.linkedid())
                .put("h", call.cause())
                .put("x", call.causeText());
    }

    /** Writes lines of rows' stories. */
    static void note(Connection connection, String node, List<RowState.Transition> transitions) throws SQLException {
        if (transitions.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(TRANSITION)) {
            for (RowState.Transition transition : transitions) {
                insert.setLong(1, transition.id());
                insert.setString(
                        2, transition.from() == null ? null : transition.from().name());
                insert.setString(3, transition.to().name());
                SqlTime.set(insert, 4, transition.at());
                insert.setString(5, transition.from() == null ? null : node);
                insert.setString(6, transition.reason());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * The arrival of rows: the first line of their story.
     *
     * @param createdAt when each row was inserted, by its id
     */
    static List<RowState.Transition> arrivals(Map<Long, Instant> createdAt) {
        List<RowState.Transition> arrivals = new ArrayList<>(createdAt.size());
        createdAt.forEach((id, at) -> arrivals.add(new RowState.Transition(id, null, ActionStatus.NEW, at, null)));
        return arrivals;
    }
}
