package org.switchroom.queue.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.switchroom.common.control.SqlTime;
import org.switchroom.queue.entity.ActionStatus;

/** The statements that change rows of the queue one guarded step at a time, each with its transition in the same transaction. */
final class ActionRows {
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_RESPONSE = 32;

    private static final String TRANSITION = """
            insert into action_transition (queued_action_id, from_status, to_status, at, node, reason)
            select id, status, ?, ?, ?, ? from queued_action
             where id = ? and (? is null or uniqueid = ?) and (? is null or epoch = ?) and find_in_set(status, ?) > 0 for update""";

    private static final String UPDATE = """
            update queued_action
               set status = ?, stage = ?,
                   sent_at = coalesce(sent_at, ?), responded_at = coalesce(?, responded_at),
                   response = coalesce(?, response), response_message = coalesce(?, response_message),
                   settle_by = ?, finished_at = ?,
                   closed_at = if(? is not null and (call_state is null or call_state = 'HUNGUP'), ?, null)
             where id = ?""";

    private static final String ARRIVAL = """
            insert into action_transition (queued_action_id, from_status, to_status, at, node, reason)
            values (?, null, 'NEW', ?, null, null)""";

    private static final String ANSWER = """
            update queued_action
               set response = ?, response_message = ?, responded_at = coalesce(responded_at, ?)
             where id = ? and status in ('CLAIMED', 'SENT')""";

    private ActionRows() {}

    /**
     * Makes the steps in the order of row ids, so that two transactions never wait for each other crosswise.
     *
     * @return ids of the rows that were changed
     */
    static List<Long> move(Connection connection, String node, List<ActionMove> moves) throws SQLException {
        List<ActionMove> sorted = new ArrayList<>(moves);
        sorted.sort(Comparator.comparingLong(ActionMove::id));
        List<Long> changed = new ArrayList<>();
        try (PreparedStatement transition = connection.prepareStatement(TRANSITION);
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (ActionMove move : sorted) {
                if (noted(transition, node, move)) {
                    made(update, move);
                    changed.add(move.id());
                }
            }
        }
        return changed;
    }

    /**
     * Notes the arrival of rows: the first line of their story. Plain values, because MariaDB's driver can't run {@code insert ... select}
     * as a batch.
     *
     * @param createdAt when each row was inserted, by its id
     */
    static void noteArrival(Connection connection, Map<Long, Instant> createdAt) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ARRIVAL)) {
            for (Map.Entry<Long, Instant> row : createdAt.entrySet()) {
                insert.setLong(1, row.getKey());
                SqlTime.set(insert, 2, row.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Stores what AMI answered where the answer does not decide (Asterisk: Originate successfully queued). */
    static void answer(Connection connection, long id, String response, String message, Instant at)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ANSWER)) {
            update.setString(1, cut(response, LONGEST_RESPONSE));
            update.setString(2, cut(message));
            SqlTime.set(update, 3, at);
            update.setLong(4, id);
            update.executeUpdate();
        }
    }

    private static boolean noted(PreparedStatement transition, String node, ActionMove move) throws SQLException {
        transition.setString(1, move.to().name());
        SqlTime.set(transition, 2, move.at());
        transition.setString(3, node);
        transition.setString(4, cut(move.reason()));
        transition.setLong(5, move.id());
        transition.setString(6, move.uniqueid());
        transition.setString(7, move.uniqueid());
        transition.setObject(8, move.epoch());
        transition.setObject(9, move.epoch());
        transition.setString(10, move.fromNames());
        return transition.executeUpdate() == 1;
    }

    private static void made(PreparedStatement update, ActionMove move) throws SQLException {
        Instant finishedAt = move.to().isFinal() ? move.at() : null;
        update.setString(1, move.to().name());
        update.setString(2, move.to() == ActionStatus.NEW ? "DUE" : null);
        SqlTime.set(update, 3, move.sentAt());
        SqlTime.set(update, 4, move.respondedAt());
        update.setString(5, cut(move.response(), LONGEST_RESPONSE));
        update.setString(6, cut(move.responseMessage()));
        SqlTime.set(update, 7, move.settleBy());
        SqlTime.set(update, 8, finishedAt);
        SqlTime.set(update, 9, finishedAt);
        SqlTime.set(update, 10, finishedAt);
        update.setLong(11, move.id());
        update.executeUpdate();
    }

    private static String cut(String text) {
        return cut(text, LONGEST_TEXT);
    }

    /** What a server says fits its column, however long it is: a row must not hold up the others of its batch. */
    private static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }
}
