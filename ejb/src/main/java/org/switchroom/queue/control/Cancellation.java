package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.queue.entity.ActionStatus;

/** Withdraws actions that nobody has claimed. */
@ApplicationScoped
public class Cancellation {
    private final QueueStore store;
    private final DatabaseTime time;

    @Inject
    Cancellation(QueueStore store, DatabaseTime time) {
        this.store = store;
        this.time = time;
    }

    /** For the container's proxy only. */
    protected Cancellation() {
        this(null, null);
    }

    /** Whether it was withdrawn. */
    public boolean cancel(long id, String by) {
        ActionMove move = ActionMove.to(ActionStatus.CANCELLED, id, time.now())
                .onlyFrom(ActionStatus.NEW)
                .answered(null, "cancelled by " + by);
        return !store.move(List.of(move)).isEmpty();
    }
}
