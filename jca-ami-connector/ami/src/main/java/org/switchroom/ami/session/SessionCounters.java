package org.switchroom.ami.session;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What one session has counted since it was opened. */
public final class SessionCounters {
    final LongAdder sent = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder late = new LongAdder();
    final LongAdder unknown = new LongAdder();
    final LongAdder listenerErrors = new LongAdder();
    /** Written by the reader thread alone. */
    final AtomicLong eventsIn = new AtomicLong();

    final AtomicLong bytesIn = new AtomicLong();
    final AtomicLong unreadable = new AtomicLong();
    final AtomicLong answered = new AtomicLong();
    final AtomicLong roundTripSum = new AtomicLong();
    final AtomicLong roundTripLast = new AtomicLong();

    SessionCounters() {}

    /**
     * The counts at one moment.
     *
     * @param sent actions written, login included
     * @param inFlight actions whose answer is waited for
     * @param failed actions that ended without an answer: timed out, lost, or list too long
     * @param late answers that came after their deadline
     * @param unknown answers to nothing that was asked
     * @param eventsIn events told to the listener and events of lists
     * @param bytesIn bytes read
     * @param unreadable messages dropped
     * @param listenerErrors times the listener threw
     * @param lastRoundTripNanos from write to answer, the last one; 0 before the first
     * @param averageRoundTripNanos the same over all answers
     */
    public record Snapshot(
            long sent,
            int inFlight,
            long failed,
            long late,
            long unknown,
            long eventsIn,
            long bytesIn,
            long unreadable,
            long listenerErrors,
            long lastRoundTripNanos,
            long averageRoundTripNanos) {}

    /** Only the reader thread calls this, so plain reads and ordered writes are enough. */
    static void add(AtomicLong counter, long more) {
        counter.lazySet(counter.getPlain() + more);
    }

    void roundTrip(long nanos) {
        add(answered, 1);
        add(roundTripSum, nanos);
        roundTripLast.lazySet(nanos);
    }

    Snapshot snapshot(int inFlight) {
        long answers = answered.get();
        return new Snapshot(
                sent.sum(),
                inFlight,
                failed.sum(),
                late.sum(),
                unknown.sum(),
                eventsIn.get(),
                bytesIn.get(),
                unreadable.get(),
                listenerErrors.sum(),
                roundTripLast.get(),
                answers == 0 ? 0 : roundTripSum.get() / answers);
    }
}
