package org.switchroom.ra;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happens with one server: its command connections here, its event stream in {@link StreamMeter}. Written by the adapter's threads, read by anybody. */
public final class ServerMeter extends StreamMeter implements ServerMXBean {

    private final String serverName;
    private final AtomicInteger poolInUse = new AtomicInteger();
    private final AtomicInteger poolOpen = new AtomicInteger();
    private final AtomicInteger poolWaiting = new AtomicInteger();
    private final LongAdder actionsSent = new LongAdder();
    private final AtomicInteger actionsInFlight = new AtomicInteger();
    private final LongAdder actionsFailed = new LongAdder();
    private final LongAdder roundTripNanos = new LongAdder();
    private final LongAdder roundTrips = new LongAdder();
    private volatile long lastRoundTripNanos = -1;

    public ServerMeter(String serverName) {
        this.serverName = serverName;
    }

    public void connectionOpened() {
        poolOpen.incrementAndGet();
    }

    public void connectionClosed() {
        poolOpen.decrementAndGet();
    }

    /** Connections with an open handle: one more (1) or one fewer (-1). */
    public void inUse(int change) {
        poolInUse.addAndGet(change);
    }

    /** Threads waiting for a connection: one more (1) or one fewer (-1). */
    public void waiting(int change) {
        poolWaiting.addAndGet(change);
    }

    public void actionBegun() {
        actionsInFlight.incrementAndGet();
    }

    public void actionSent() {
        actionsSent.increment();
    }

    /** A response came, be it Success or Error. */
    public void actionAnswered(boolean succeeded, long nanos) {
        actionsInFlight.decrementAndGet();
        lastRoundTripNanos = nanos;
        roundTripNanos.add(nanos);
        roundTrips.increment();
        if (!succeeded) {
            actionsFailed.increment();
        }
    }

    /** An action that was begun was not written, was lost or timed out. */
    public void actionUnanswered() {
        actionsInFlight.decrementAndGet();
        actionsFailed.increment();
    }

    /** An action was refused before it was begun. */
    public void actionNotSent() {
        actionsFailed.increment();
    }

    @Override
    public String getServerName() {
        return serverName;
    }

    @Override
    public int getPoolInUseCount() {
        return poolInUse.get();
    }

    @Override
    public int getPoolIdleCount() {
        return Math.max(0, poolOpen.get() - poolInUse.get());
    }

    @Override
    public int getPoolWaitingCount() {
        return poolWaiting.get();
    }

    @Override
    public long getActionsSentCount() {
        return actionsSent.sum();
    }

    @Override
    public int getActionsInFlightCount() {
        return actionsInFlight.get();
    }

    @Override
    public long getActionsFailedCount() {
        return actionsFailed.sum();
    }

    @Override
    public double getLastRoundTripMillis() {
        long nanos = lastRoundTripNanos;
        return nanos < 0 ? -1 : nanos / 1e6;
    }

    @Override
    public double getMeanRoundTripMillis() {
        long count = roundTrips.sum();
        return count == 0 ? -1 : roundTripNanos.sum() / 1e6 / count;
    }
}
