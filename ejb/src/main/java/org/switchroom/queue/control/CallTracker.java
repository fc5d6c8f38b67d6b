package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.switchroom.ami.AmiBatch;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiSignal;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.server.control.AmiBatchHandler;
import org.switchroom.server.control.NodeName;

/**
 * Writes what events say of our Originates on their rows. The row is found by the tag that the channel id or the ActionID is, never
 * by a caller id. A batch
 * costs three statements, each row is guarded by the tag; states only go forward.
 */
@ApplicationScoped
public class CallTracker implements AmiBatchHandler {
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
            Instant now = time.now();
            List<RowStep> steps = changes.values().stream()
                    .flatMap(change -> change.steps(now).stream())
                    .toList();
            store.changeInCurrent(connection -> ActionRows.change(connection, node.name(), steps));
        }
    }

    private static Optional<ActionTag> tagOf(AmiEvent event) {
        return ActionTag.read(
                event.event().equals("OriginateResponse") ? event.text("ActionID") : event.text("Uniqueid"));
    }
}
