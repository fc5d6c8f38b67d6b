package org.switchroom.monitoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.switchroom.queue.control.ActionRecorder;
import org.switchroom.queue.control.SendFigures;
import org.switchroom.queue.entity.ActionStatus;

/** The queue's figures. */
@ApplicationScoped
public class QueueFigures implements QueueMXBean {
    @Inject
    private QueueDepth depth;

    @Inject
    private SendFigures figures;

    @Inject
    private ActionRecorder recorder;

    @Override
    public Map<String, Long> getRowsByStatus() {
        QueueDepth.Depth now = depth.now();
        Map<String, Long> rows = new LinkedHashMap<>();
        for (ActionStatus status : ActionStatus.values()) {
            rows.put(status.name(), now.of(status));
        }
        return rows;
    }

    @Override
    public double getOldestWaitingMillis() {
        return depth.now().oldestWaitingMillis();
    }

    @Override
    public long getWrittenCount() {
        return figures.writtenCount();
    }

    @Override
    public double getDelayMillisP50() {
        return figures.delayMillis(0.5);
    }

    @Override
    public double getDelayMillisP99() {
        return figures.delayMillis(0.99);
    }

    @Override
    public double getLastTickMillis() {
        return figures.lastTickMillis();
    }

    @Override
    public double getSlowestTickMillis() {
        return figures.slowestTickMillis();
    }

    @Override
    public int getUnstoredOutcomes() {
        return recorder.depth();
    }
}
