package org.switchroom.ami;

/**
 * Figures of one server, read at the moment of each call. Getters, because the resource adapter shows the same as an MXBean.
 * Counts run since the server was first used or joined; ages and times are milliseconds.
 */
public interface AmiServerStatistics {

    String getServerName();

    /** State of the event stream: {@code DOWN}, {@code CONNECTING}, {@code UP} or {@code REFUSED}. */
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

    /** From received to delivered, of the last delivered event. */
    long getLagMillis();

    long getMaxLagMillis();

    /** Signals that wait for delivery. */
    int getBufferedCount();

    /** How often events were missed in a row because the buffer was full or frames could not be read. */
    long getGapCount();

    /** Events that were dropped because the buffer was full. */
    long getDroppedEventsCount();

    /** How often the event stream was opened after it had been lost. */
    long getReconnectsCount();

    /** Deliveries that the listener or the transaction refused; each is delivered again. */
    long getDeliveryFailuresCount();

    long getUnreadableFramesCount();
}
