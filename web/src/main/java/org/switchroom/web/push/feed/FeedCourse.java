package org.switchroom.web.push.feed;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** The changes since this node started, and what its readers share. */
final class FeedCourse {
    private final String boot;
    private final ChangeRing ring;
    private final CurrentRows rows;
    private final LongSupplier nanos;

    /**
     * @param remembered how many changes a reader may lag or resume over; farther behind, it is told to read anew
     */
    FeedCourse(
            String boot,
            int remembered,
            Function<List<ChangeKey>, Map<ChangeKey, CurrentRow>> source,
            LongSupplier nanos) {
        this.boot = boot;
        this.ring = new ChangeRing(remembered);
        this.rows = new CurrentRows(ring, source);
        this.nanos = nanos;
    }

    void add(Collection<ChangeKey> keys) {
        ring.add(keys);
    }

    long head() {
        return ring.head();
    }

    boolean remembers(FeedPosition position) {
        return boot.equals(position.boot()) && ring.remembersAfter(position.number());
    }

    /** Whether changes after this number have been forgotten. */
    boolean isTooFarBehind(long number) {
        return !ring.remembersAfter(number);
    }

    FeedPosition position(long number) {
        return new FeedPosition(boot, number);
    }

    Optional<Change> next(long after, FeedFilter filter) {
        return ring.next(after, filter::admits);
    }

    CurrentRows rows() {
        return rows;
    }

    long nanos() {
        return nanos.getAsLong();
    }
}
