package org.switchroom.ra;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.switchroom.ami.AmiServerStatistics;

/** Counts what happens with one server's event stream. Written by the adapter's threads, read by anybody. */
public abstract class StreamMeter implements AmiServerStatistics {
    private static final double NANOS_PER_MILLI = 1e6;

    /** State of the event stream. */
    public enum StreamState {
        DOWN,
        CONNECTING,
        UP,
        /** Open, and silent in spite of two Pings. */
        SUSPECT,
        REFUSED
    }

    private record Stream(StreamState state, String reason) {}

    private volatile Stream stream = new Stream(StreamState.DOWN, "");
    private volatile String amiVersion = "";
    private final LongAdder eventsIn = new LongAdder();
    private final LongAdder bytesIn = new LongAdder();
    private volatile long lagMillis;
    private volatile long deliveringSinceMillis = -1;
    private final AtomicLong maxLagMillis = new AtomicLong();
    private final LongAdder delivered = new LongAdder();
    private final AtomicInteger buffered = new AtomicInteger();
    private final AtomicLong spilled = new AtomicLong();
    private final AtomicLong spilledBytes = new AtomicLong();
    private final LongAdder spilledTotal = new LongAdder();
    private final LongAdder spilledTotalBytes = new LongAdder();
    private final LongAdder gaps = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder reconnects = new LongAdder();
    private final LongAdder deliveryFailures = new LongAdder();
    private final LongAdder unreadable = new LongAdder();
    private volatile long pingNanos = -1;
    private final AtomicLong maxPingNanos = new AtomicLong(-1);
    private volatile long silentMillis;
    private final LongAdder pauses = new LongAdder();
    private final AtomicLong longestPauseMillis = new AtomicLong();
    private volatile long eventDelayMillis = -1;

    public void stream(StreamState state, String reason) {
        stream = new Stream(state, reason);
    }

    public boolean isSuspect() {
        return stream.state() == StreamState.SUSPECT;
    }

    public void amiVersion(String version) {
        amiVersion = version;
    }

    public void eventIn(int bytes) {
        eventsIn.increment();
        bytesIn.add(bytes);
    }

    /** A delivery begins whose first signal was received at this time (wall clock, milliseconds). */
    public void delivering(long receivedAtMillis) {
        deliveringSinceMillis = receivedAtMillis;
    }

    /** So many signals were taken; from received to delivered, of the first and the last; negative if the wall clock was set back. */
    public void delivered(int count, Duration first, Duration last) {
        delivered.add(count);
        lagMillis = Math.max(0, last.toMillis());
        maxLagMillis.accumulateAndGet(Math.max(first.toMillis(), last.toMillis()), Math::max);
        deliveringSinceMillis = -1;
    }

    public void buffered(int count) {
        buffered.set(count);
    }

    /** One signal of so many bytes went to disk. */
    public void spilled(int bytes) {
        spilledTotal.increment();
        spilledTotalBytes.add(bytes);
    }

    /** What is on disk now. */
    public void onDisk(long count, long bytes) {
        spilled.set(count);
        spilledBytes.set(bytes);
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

    public void pinged(long nanos) {
        pingNanos = nanos;
        maxPingNanos.accumulateAndGet(nanos, Math::max);
    }

    /** How long it has been silent by now; 0 when it is heard. */
    public void silent(Duration length) {
        silentMillis = length.toMillis();
    }

    public void paused(Duration length) {
        pauses.increment();
        longestPauseMillis.accumulateAndGet(length.toMillis(), Math::max);
    }

    public void eventDelay(long millis) {
        eventDelayMillis = millis;
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
    public long getEventsInCount() {
        return eventsIn.sum();
    }

    @Override
    public long getBytesInCount() {
        return bytesIn.sum();
    }

    @Override
    public long getLagMillis() {
        long since = deliveringSinceMillis;
        return since < 0 ? lagMillis : Math.max(lagMillis, System.currentTimeMillis() - since);
    }

    @Override
    public long getMaxLagMillis() {
        return maxLagMillis.get();
    }

    @Override
    public long getDeliveredCount() {
        return delivered.sum();
    }

    @Override
    public int getBufferedCount() {
        return buffered.get();
    }

    @Override
    public long getSpilledCount() {
        return spilled.get();
    }

    @Override
    public long getSpilledBytes() {
        return spilledBytes.get();
    }

    @Override
    public long getSpilledTotalCount() {
        return spilledTotal.sum();
    }

    @Override
    public long getSpilledTotalBytes() {
        return spilledTotalBytes.sum();
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

    @Override
    public double getPingMillis() {
        long nanos = pingNanos;
        return nanos < 0 ? -1 : nanos / NANOS_PER_MILLI;
    }

    @Override
    public double getMaxPingMillis() {
        long nanos = maxPingNanos.get();
        return nanos < 0 ? -1 : nanos / NANOS_PER_MILLI;
    }

    @Override
    public long getSilentMillis() {
        return silentMillis;
    }

    @Override
    public long getPausesCount() {
        return pauses.sum();
    }

    @Override
    public long getLongestPauseMillis() {
        return longestPauseMillis.get();
    }

    @Override
    public long getEventDelayMillis() {
        return eventDelayMillis;
    }
}
