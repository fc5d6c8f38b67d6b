package org.switchroom.common.control;

import java.time.Duration;
import org.switchroom.common.Clock;

/**
 * Tells when a timer of the container must be begun again. Such a timer counts by the wall clock (WildFly: {@code java.util.Timer} at a fixed
 * rate): a clock set back by an hour stops it for an hour, one set forward makes it fire all ticks of that hour at once. So the wall clock is
 * compared with the monotonic one at each tick and at each look; a look also sees that ticks don't come, whatever the reason. Safe for use by
 * many threads.
 */
public final class Cadence {
    private static final Duration JUMP = Duration.ofSeconds(1);
    private static final Duration LEAST_SILENCE = Duration.ofSeconds(1);
    private static final int SILENT_PERIODS = 10;
    private static final Duration LONGEST_READING = Duration.ofMillis(100);

    private final Clock clock;
    private final long longestSilenceNanos;
    private Duration wallAhead;
    private long lastTickNanos;
    private boolean lookedSinceTick;

    public Cadence(Clock clock, Duration period) {
        this.clock = clock;
        Duration silence = period.multipliedBy(SILENT_PERIODS);
        this.longestSilenceNanos = (silence.compareTo(LEAST_SILENCE) < 0 ? LEAST_SILENCE : silence).toNanos();
        this.wallAhead = wallAhead();
        begun();
    }

    /** The timer begins now, or begins again. */
    public synchronized void begun() {
        lastTickNanos = clock.monotonicNanos();
        lookedSinceTick = false;
    }

    /** A tick came; whether the timer must be begun again, because the wall clock jumped since the last tick or look. */
    public synchronized boolean ticked() {
        begun();
        return jumped();
    }

    /**
     * Somebody looks, at a pace of its own that no wall clock changes; whether the timer must be begun again. That ticks don't come is
     * believed at the second look without one only: after the whole process stood still the first look may be before the first tick.
     */
    public synchronized boolean stands() {
        boolean silent = lookedSinceTick && clock.monotonicNanos() - lastTickNanos >= longestSilenceNanos;
        lookedSinceTick = true;
        return jumped() || silent;
    }

    private boolean jumped() {
        long begin = clock.monotonicNanos();
        Duration now = wallAhead();
        if (clock.monotonicNanos() - begin > LONGEST_READING.toNanos()) {
            return false; // this thread stood still between the two clocks
        }
        boolean jumped = now.minus(wallAhead).abs().compareTo(JUMP) > 0;
        wallAhead = now; // so a clock that is moved gently is followed
        return jumped;
    }

    private Duration wallAhead() {
        return Duration.ofMillis(clock.now().toEpochMilli()).minusNanos(clock.monotonicNanos());
    }
}
