package org.switchroom.ami;

/**
 * Figures of one server, read at the moment of each call. Getters, because the resource adapter shows the same as an MXBean.
 * Counts run since the server was first used or joined; ages and times are milliseconds.
 */
public interface AmiServerStatistics {

    String getServerName();

    /** State of the event stream: {@code DOWN}, {@code CONNECTING}, {@code UP}, {@code SUSPECT} or {@code REFUSED}. */
    String getState();

    /** Why the state is what it is, or an empty string. */
    String getStateReason();

    /** Version in the banner, or an empty string before the first connection. */
    String getAmiVersion();

    /** Command connections with an open handle. */
    int getPoolInUseCount();

    /** Command connections that wait in the pool. */
    int getPoolIdleCount();

    /** Threads that wait for a command connection now. */
    int getPoolWaitingCount();

    long getActionsSentCount();

    int getActionsInFlightCount();

    /** Actions that were answered with Error, timed out, or were lost or not sent. */
    long getActionsFailedCount();

    /** From write to response of the last answered action; -1 before the first. */
    double getLastRoundTripMillis();

    /** Mean over all answered actions; -1 before the first. */
    double getMeanRoundTripMillis();

    long getEventsInCount();

    long getBytesInCount();

    /** From received to delivered, of the last delivered signal, or the age of the one whose delivery is under way if that is more. */
    long getLagMillis();

    long getMaxLagMillis();

    /** Signals that wait for delivery in memory. */
    int getBufferedCount();

    /** Signals that wait for delivery on disk, because the memory set aside for them is full. */
    long getSpilledCount();

    /** Bytes on disk now. */
    long getSpilledBytes();

    /** All signals that ever had to wait on disk. */
    long getSpilledTotalCount();

    long getSpilledTotalBytes();

    /** Signals that the listener took. */
    long getDeliveredCount();

    /** From Ping to its answer on the event socket, the last one; -1 before the first. */
    double getPingMillis();

    double getMaxPingMillis();

    /** For how long a Ping has been waiting and nothing at all was heard on the event socket; 0 while the server answers. */
    long getSilentMillis();

    /** Pauses of the server that are over: silence in spite of a Ping, or events held back. */
    long getPausesCount();

    long getLongestPauseMillis();

    /** From an event's time stamp to its arrival, the last one, clocks compared by Ping; -1 where the server stamps no events. */
    long getEventDelayMillis();

    /** How often events were missed in a row because the buffer was full and no room on disk, or frames could not be read. */
    long getGapCount();

    /** Events that were dropped because the buffer was full. */
    long getDroppedEventsCount();

    /** How often the event stream was opened after it had been lost. */
    long getReconnectsCount();

    /** Deliveries that the listener or the transaction refused; each is delivered again. */
    long getDeliveryFailuresCount();

    long getUnreadableFramesCount();
}
