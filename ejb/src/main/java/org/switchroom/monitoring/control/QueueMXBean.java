package org.switchroom.monitoring.control;

import java.util.Map;

/** {@code org.switchroom:type=Queue}: the central queue as this node sees it. Counts since start are this node's own. */
public interface QueueMXBean {

    /** Rows of the hot table by status. */
    Map<String, Long> getRowsByStatus();

    /** Age of the oldest row that waits and could be sent, milliseconds. */
    double getOldestWaitingMillis();

    /** Actions written to servers since start. */
    long getWrittenCount();

    /** From due to written, median of the last 1,000, milliseconds. */
    double getDelayMillisP50();

    /** From due to written, 99 of 100 of the last 1,000 were faster, milliseconds. */
    double getDelayMillisP99();

    /** How long the last tick of the sender took, milliseconds. */
    double getLastTickMillis();

    /** The slowest tick since start, milliseconds. */
    double getSlowestTickMillis();

    /** Outcomes that wait to be stored. */
    int getUnstoredOutcomes();
}
