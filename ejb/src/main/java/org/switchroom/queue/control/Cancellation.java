package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.queue.entity.ActionStatus;

/** Withdraws actions that nobody has claimed. */
@ApplicationScoped
public class Cancellation {
    @Inject
    private QueueStore store;

    @Inject
    private DatabaseTime time;

    /** Whether it was withdrawn. */
    public boolean cancel(long id, String by) {
        ActionMove move = ActionMove.to(ActionStatus.CANCELLED, id, time.now())
                .onlyFrom(ActionStatus.NEW)
                .answered(null, "cancelled by " + by);
        return !store.move(List.of(move)).isEmpty();
    }
}
