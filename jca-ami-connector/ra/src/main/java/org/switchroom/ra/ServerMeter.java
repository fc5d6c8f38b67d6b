package org.switchroom.ra;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happens with one server. Written by the adapter's threads, read by anybody. */
public final class ServerMeter implements ServerMXBean {

    /** State of the event stream. */
    public enum StreamState {
        DOWN,
        CONNECTING,
        UP,
        REFUSED
    }

    private record Stream(StreamState state, String reason) {}

    private final String serverName;
    private volatile Stream stream = new Stream(StreamState.DOWN, "");
    private volatile String amiVersion = "";
    private final AtomicInteger poolInUse = new AtomicInteger();
    private final AtomicInteger poolOpen = new AtomicInteger();
    private final AtomicInteger poolWaiting = new AtomicInteger();
    private final LongAdder actionsSent = new LongAdder();
    private final AtomicInteger actionsInFlight = new AtomicInteger();
    private final LongAdder actionsFailed = new LongAdder();
    private final LongAdder roundTripNanos = new LongAdder();
    private final LongAdder roundTrips = new LongAdder();
    private volatile long lastRoundTripNanos = -1;
    private final LongAdder eventsIn = new LongAdder();
    private final LongAdder bytesIn = new LongAdder();
    private volatile long lagMillis;
    private final AtomicLong maxLagMillis = new AtomicLong();
    private final AtomicInteger buffered = new AtomicInteger();
    private final LongAdder gaps = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder reconnects = new LongAdder();
    private final LongAdder deliveryFailures = new LongAdder();
    private final LongAdder unreadable = new LongAdder();

    public ServerMeter(String serverName) {
        this.serverName = serverName;
    }

    public void stream(StreamState state, String reason) {
        stream = new Stream(state, reason);
    }

    public void amiVersion(String version) {
        amiVersion = version;
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

    public void eventIn(int bytes) {
        eventsIn.increment();
        bytesIn.add(bytes);
    }

    /** From received to delivered, of the first and the last signal of a batch. */
    public void delivered(Duration first, Duration last) {
        lagMillis = last.toMillis();
        maxLagMillis.accumulateAndGet(Math.max(first.toMillis(), last.toMillis()), Math::max);
    }

    public void buffered(int count) {
        buffered.set(count);
    }

    public void gap() {
        gaps.increment();
    }

    public void eventDropped() {
        dropped.increment();
    }

    public void reconnected() {
        reconnects.increment();
    }

    public void deliveryFailed() {
        deliveryFailures.increment();
    }

    public void unreadableFrames(long count) {
        unreadable.add(count);
    }

    @Override
    public String getServerName() {
        return serverName;
    }

    @Override
    public String getState() {
        return stream.state().name();
    }

    @Override
    public String getStateReason() {
        return stream.reason();
    }

    @Override
    public String getAmiVersion() {
        return amiVersion;
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

    @Override
    public long getEventsInCount() {
        return eventsIn.sum();
    }

    @Override
    public long getBytesInCount() {
        return bytesIn.sum();
    }

    @Override
    public long getLagMillis() {
        return lagMillis;
    }

    @Override
    public long getMaxLagMillis() {
        return maxLagMillis.get();
    }

    @Override
    public int getBufferedCount() {
        return buffered.get();
    }

    @Override
    public long getGapCount() {
        return gaps.sum();
    }

    @Override
    public long getDroppedEventsCount() {
        return dropped.sum();
    }

    @Override
    public long getReconnectsCount() {
        return reconnects.sum();
    }

    @Override
    public long getDeliveryFailuresCount() {
        return deliveryFailures.sum();
    }

    @Override
    public long getUnreadableFramesCount() {
        return unreadable.sum();
    }
}
