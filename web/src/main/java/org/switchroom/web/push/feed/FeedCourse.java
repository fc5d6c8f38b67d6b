package org.switchroom.web.push.feed;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.switchroom.web.push.feed.ChangeRing.Change;

/** The changes since this node started, and what its readers share. */
final class FeedCourse {
    private final String boot;
    private final ChangeRing ring;
    private final CurrentRows rows;
    private final long farthestBehind;
    private final LongSupplier nanos;

    /**
     * @param remembered how many changes a reader may resume over
     * @param farthestBehind how many changes a reader may lag while it is connected
     */
    FeedCourse(
            String boot,
            int remembered,
            long farthestBehind,
            Function<ChangeKey, Optional<CurrentRow>> source,
            LongSupplier nanos) {
        this.boot = boot;
        this.ring = new ChangeRing(remembered);
        this.rows = new CurrentRows(source);
        this.farthestBehind = farthestBehind;
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

    boolean isTooFarBehind(long count) {
        return count > farthestBehind;
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
