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
import org.switchroom.queue.entity.ActionStatus;
import org.switchroom.server.control.NodeName;

/** What happens because time has passed, by the database's clock: waiting rows expire, unanswered ones become UNKNOWN and then FAILED. */
@ApplicationScoped
public class ActionDeadlines {
    private static final String OVERDUE_NEW = """
            select id from queued_action
             where status = 'NEW' and settle_by <= utc_timestamp(3) order by settle_by limit 500 for update skip locked""";

    private static final String UNSETTLED = """
            select id, expires_at from queued_action
             where status = ? and settle_by <= utc_timestamp(3) order by settle_by limit 500 for update skip locked""";

    private record Overdue(long id, Instant expiresAt) {}

    private final QueueStore store;
    private final NodeName node;
    private final DatabaseTime time;

    @Inject
    ActionDeadlines(QueueStore store, NodeName node, DatabaseTime time) {
        this.store = store;
        this.node = node;
        this.time = time;
    }

    /** For the container's proxy only. */
    protected ActionDeadlines() {
        this(null, null, null);
    }

    /** Ends what is overdue now. */
    public void enforce() {
        store.change(connection -> ActionRows.change(connection, node.name(), expired(connection)));
        store.change(connection -> ActionRows.change(connection, node.name(), unanswered(connection)));
        store.change(connection -> ActionRows.change(connection, node.name(), notConfirmed(connection)));
    }

    private List<ActionMove> expired(Connection connection) throws SQLException {
        List<ActionMove> moves = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(OVERDUE_NEW);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                moves.add(ActionMove.to(ActionStatus.EXPIRED, row.getLong(1), time.now())
                        .onlyFrom(ActionStatus.NEW)
                        .answered(null, "expired before it was sent"));
            }
        }
        return moves;
    }

    private List<ActionMove> unanswered(Connection connection) throws SQLException {
        List<ActionMove> moves = new ArrayList<>();
        for (Overdue row : unsettled(connection, ActionStatus.CLAIMED)) {
            moves.add(unknown(row, "claimed, and nothing was recorded of it since")
                    .onlyFrom(ActionStatus.CLAIMED));
        }
        for (Overdue row : unsettled(connection, ActionStatus.SENT)) {
            moves.add(unknown(row, "no outcome was seen in time").onlyFrom(ActionStatus.SENT));
        }
        return moves;
    }

    private List<ActionMove> notConfirmed(Connection connection) throws SQLException {
        List<ActionMove> moves = new ArrayList<>();
        for (Overdue row : unsettled(connection, ActionStatus.UNKNOWN)) {
            moves.add(ActionMove.to(ActionStatus.FAILED, row.id(), time.now())
                    .onlyFrom(ActionStatus.UNKNOWN)
                    .answered(null, "not confirmed"));
        }
        return moves;
    }

    private ActionMove unknown(Overdue row, String reason) {
        Instant now = time.now();
        Instant giveUp = row.expiresAt().plus(OutcomeStore.GIVE_UP_AFTER_EXPIRY);
        return ActionMove.to(ActionStatus.UNKNOWN, row.id(), now)
                .because(reason)
                .settleBy(giveUp.isAfter(now) ? giveUp : now.plus(OutcomeStore.GIVE_UP_AFTER_EXPIRY));
    }

    private static List<Overdue> unsettled(Connection connection, ActionStatus status) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(UNSETTLED)) {
            select.setString(1, status.name());
            return overdue(select);
        }
    }

    private static List<Overdue> overdue(PreparedStatement select) throws SQLException {
        List<Overdue> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(new Overdue(row.getLong("id"), SqlTime.get(row, "expires_at")));
            }
        }
        return rows;
    }
}
