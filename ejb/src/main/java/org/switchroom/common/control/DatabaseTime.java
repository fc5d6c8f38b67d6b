package org.switchroom.common.control;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The database's clock, told by this machine's monotonic clock: one reading of the database plus the time passed since. So all
 * nodes agree on what is due, and a jump of this machine's wall clock changes nothing. Safe for use by many threads.
 */
public final class DatabaseTime {
    private record Reading(Instant databaseTime, long nanos) {}

    private final LongSupplier monotonicNanos;
    private volatile Reading last;

    public DatabaseTime(LongSupplier monotonicNanos, Instant start) {
        this.monotonicNanos = monotonicNanos;
        this.last = new Reading(start, monotonicNanos.getAsLong());
    }

    /** Now, as the database would say. */
    public Instant now() {
        Reading reading = last;
        return reading.databaseTime().plusNanos(monotonicNanos.getAsLong() - reading.nanos());
    }

    /**
     * Takes a new reading.
     *
     * @param databaseTime what the database answered
     * @param askedNanos monotonic clock before the question; the answer is taken to be made half way
     */
    public synchronized void read(Instant databaseTime, long askedNanos) {
        long now = monotonicNanos.getAsLong();
        last = new Reading(databaseTime.plus(Duration.ofNanos((now - askedNanos) / 2)), now);
    }

    /**
     * The database has just said that it is this late: it can't be earlier now, whatever the last reading makes of it. So what a
     * statement found to be due is never stamped with a time before it was due, even if the database's clock jumped since the
     * last reading.
     */
    public synchronized void notBefore(Instant databaseTime) {
        if (now().isBefore(databaseTime)) {
            last = new Reading(databaseTime, monotonicNanos.getAsLong());
        }
    }
}
