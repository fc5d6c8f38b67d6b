package org.switchroom.ra.inbound;

import java.time.Duration;
import java.util.Optional;

/**
 * Judges by Pings and by whatever is heard whether a server is silent. Silence begins with the first Ping after which nothing at all
 * was heard; so it can't be longer than the truth, and shorter by one interval at most. Time in which this process itself stood
 * still does not count: nobody looked. All times are of a monotonic clock; not thread-safe.
 */
final class SilenceWatch {
    private static final int MOST_UNANSWERED = 3;
    private static final long LATE_NANOS = Duration.ofMillis(150).toNanos();

    private final long intervalNanos;
    private final long shortestNanos;
    private long askedAt;
    private int unanswered;
    private long lookedAt;

    /**
     * @param interval between two looks, and two Pings
     * @param shortest a silence of at least this length is a pause
     */
    SilenceWatch(Duration interval, Duration shortest, long now) {
        intervalNanos = interval.toNanos();
        shortestNanos = shortest.toNanos();
        lookedAt = now;
    }

    /** Somebody looks, once an interval. If the last look was too long ago, the wait for an answer begins anew. */
    void look(long now) {
        if (stoodStill(now)) {
            askedAt = now;
        }
        lookedAt = now;
    }

    /** Whether this process, or the thread that looks, stood still until a moment ago. */
    boolean stoodStill(long now) {
        return now - lookedAt > intervalNanos + LATE_NANOS;
    }

    /** Whether one more Ping would tell anything. */
    boolean shouldAsk() {
        return unanswered < MOST_UNANSWERED;
    }

    void asked(long now) {
        if (unanswered++ == 0) {
            askedAt = now;
        }
    }

    /** Something was heard; the pause that ends with it, if it was one. */
    Optional<Duration> heard(long now) {
        long watched = Math.min(now, lookedAt + intervalNanos + LATE_NANOS) - askedAt;
        boolean paused = unanswered > 0 && watched >= shortestNanos && !stoodStill(now);
        unanswered = 0;
        return paused ? Optional.of(Duration.ofNanos(now - askedAt)) : Optional.empty();
    }

    /** Whether two Pings have been missed. */
    boolean missesTwo(long now) {
        return unanswered > 1 && now - askedAt >= 2 * intervalNanos;
    }

    /** For how long nothing was heard although it was asked; zero while it answers. */
    Duration silence(long now) {
        return unanswered == 0 ? Duration.ZERO : Duration.ofNanos(Math.max(0, now - askedAt));
    }
}
