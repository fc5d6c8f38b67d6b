package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.switchroom.ami.AmiBatch;
import org.switchroom.ami.AmiSignal;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.SqlTime;
import org.switchroom.queue.catalogue.ActionCatalogue;
import org.switchroom.queue.entity.ActionStatus;
import org.switchroom.server.control.AmiBatchHandler;
import org.switchroom.server.control.NodeName;
import org.switchroom.server.control.ServerAcquired;

/**
 * What becomes of actions whose outcome can't come any more by the way they went. An action that may be done twice goes again while
 * its time lasts; any other is UNKNOWN from now on, and evidence is looked for (faults.md, promise 3).
 */
@ApplicationScoped
public class InFlight implements AmiBatchHandler {
    /** Rows that the dead owner's connection still locks are left to their deadline; waiting for them would hold up the server. */
    private static final String OF_EARLIER_EPOCHS = """
            select id, action, headers, expires_at from queued_action
             where status in ('CLAIMED', 'SENT') and server_name = ? and epoch < ? order by id for update skip locked""";

    private static final String AWAITING_EVENTS = """
            select id, action, headers, expires_at from queued_action
             where status = 'SENT' and server_name = ? and originate = 1 order by id for update""";

    private final QueueStore store;
    private final NodeName node;
    private final DatabaseTime time;

    @Inject
    InFlight(QueueStore store, NodeName node, DatabaseTime time) {
        this.store = store;
        this.node = node;
        this.time = time;
    }

    /** For the container's proxy only. */
    protected InFlight() {
        this(null, null, null);
    }

    /** The owner before may or may not have written what it claimed, and nobody records its outcomes any more. */
    void takeOver(@Observes ServerAcquired acquired) {
        if (!acquired.takenOver()) {
            return;
        }
        int count = store.change(connection -> leave(
                        connection,
                        "the node that claimed it owns the server no more",
                        OF_EARLIER_EPOCHS,
                        acquired.serverName(),
                        acquired.epoch()))
                .size();
        if (count > 0) {
            QueueLog.LOG.recovered(count);
        }
    }

    @Override
    public int position() {
        return 31;
    }

    /** OriginateResponse comes with the events: where events are missing, it may be among them. */
    @Override
    public void onBatch(AmiBatch batch) {
        boolean missing = batch.signals().stream()
                .anyMatch(s -> s instanceof AmiSignal.StreamLost || s instanceof AmiSignal.StreamGap);
        if (missing) {
            store.changeInCurrent(connection -> leave(
                    connection,
                    "events are missing, its outcome may be among them",
                    AWAITING_EVENTS,
                    batch.serverName()));
        }
    }

    private Collection<Long> leave(Connection connection, String reason, String select, Object... values)
            throws SQLException {
        Instant now = time.now();
        List<ActionMove> moves = new ArrayList<>();
        try (PreparedStatement rows = connection.prepareStatement(select)) {
            for (int i = 0; i < values.length; i++) {
                rows.setObject(i + 1, values[i]);
            }
            try (ResultSet row = rows.executeQuery()) {
                while (row.next()) {
                    moves.add(lost(
                            row.getLong("id"),
                            row.getString("action"),
                            row.getString("headers"),
                            SqlTime.get(row, "expires_at"),
                            now,
                            reason));
                }
            }
        }
        return ActionRows.change(connection, node.name(), moves);
    }

    /** The step of an action whose outcome is lost; not final. */
    static ActionMove lost(long id, String action, String headers, Instant expiresAt, Instant now, String reason) {
        if (ActionCatalogue.mayBeRepeated(action, headers) && now.isBefore(expiresAt)) {
            return ActionMove.to(ActionStatus.NEW, id, now)
                    .onlyFrom(ActionStatus.CLAIMED, ActionStatus.SENT)
                    .because(reason + "; it may be done twice, so it goes again");
        }
        Instant giveUp = expiresAt.plus(OutcomeStore.GIVE_UP_AFTER_EXPIRY);
        return ActionMove.to(ActionStatus.UNKNOWN, id, now)
                .onlyFrom(ActionStatus.CLAIMED, ActionStatus.SENT)
                .because(reason)
                .settleBy(giveUp.isAfter(now) ? giveUp : now.plus(OutcomeStore.GIVE_UP_AFTER_EXPIRY));
    }
}
