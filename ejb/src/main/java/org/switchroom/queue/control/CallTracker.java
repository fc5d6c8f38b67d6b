package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.switchroom.ami.AmiBatch;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiSignal;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.SqlTime;
import org.switchroom.queue.entity.CallState;
import org.switchroom.server.control.AmiBatchHandler;

/**
 * Writes what events say of our Originates on their rows. The row is found by the tag that the channel id or the ActionID is, never
 * by a caller id. One statement a row and batch, guarded by the tag; states only go forward.
 */
@ApplicationScoped
public class CallTracker implements AmiBatchHandler {
    private static final String UPDATE = """
            update queued_action
               set channel = coalesce(?, channel), linkedid = coalesce(?, linkedid),
                   hangup_cause = coalesce(?, hangup_cause), hangup_cause_text = coalesce(?, hangup_cause_text),
                   closed_at = if((? = 'HUNGUP' or call_state = 'HUNGUP')
                                  and status in ('SUCCEEDED', 'FAILED', 'EXPIRED', 'CANCELLED'), ?, null),
                   call_state = if(field(coalesce(call_state, ''), 'DIALING', 'RINGING', 'UP', 'HUNGUP') < ?, ?, call_state)
             where id = ? and uniqueid = ?""";

    private final QueueStore store;
    private final NodeName node;
    private final DatabaseTime time;

    @Inject
    CallTracker(QueueStore store, NodeName node, DatabaseTime time) {
        this.store = store;
        this.node = node;
        this.time = time;
    }

    /** For the container's proxy only. */
    protected CallTracker() {
        this(null, null, null);
    }

    @Override
    public int position() {
        return 30;
    }

    @Override
    public void onBatch(AmiBatch batch) {
        Map<Long, CallChange> changes = new TreeMap<>();
        for (AmiSignal signal : batch.signals()) {
            if (signal instanceof AmiEvent event) {
                tagOf(event)
                        .ifPresent(tag -> changes.computeIfAbsent(tag.id(), id -> new CallChange(tag))
                                .take(event));
            }
        }
        if (!changes.isEmpty()) {
            store.changeInCurrent(connection -> write(connection, changes.values()));
        }
    }

    private static Optional<ActionTag> tagOf(AmiEvent event) {
        return ActionTag.read(
                event.event().equals("OriginateResponse") ? event.text("ActionID") : event.text("Uniqueid"));
    }

    private Collection<Long> write(Connection connection, Collection<CallChange> changes) throws SQLException {
        Instant now = time.now();
        List<Long> changed = new ArrayList<>();
        List<ActionMove> moves = new ArrayList<>();
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (CallChange change : changes) {
                if (change.state() != null || change.channel() != null) {
                    bind(update, change, now);
                    update.addBatch();
                    changed.add(change.tag().id());
                }
                moves.addAll(change.moves(now));
            }
            update.executeBatch();
        }
        changed.addAll(ActionRows.move(connection, node.name(), moves));
        return changed;
    }

    private static void bind(PreparedStatement update, CallChange change, Instant now) throws SQLException {
        String state = change.state() == null ? null : change.state().name();
        update.setString(1, change.channel());
        update.setString(2, change.linkedid());
        update.setObject(3, change.cause());
        update.setString(4, change.causeText());
        update.setString(5, state);
        SqlTime.set(update, 6, now);
        update.setInt(7, rank(change.state()));
        update.setString(8, state);
        update.setLong(9, change.tag().id());
        update.setString(10, change.tag().text());
    }

    /** Place in the order of states from 1, as the statement's {@code field} counts; 0 changes nothing. */
    private static int rank(CallState state) {
        return state == null ? 0 : state.ordinal() + 1;
    }
}
