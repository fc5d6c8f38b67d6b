package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How fast this node sends: the last 1,000 delays from due to written, and how long the ticks of the sender take. */
@ApplicationScoped
public class SendFigures {
    private static final int KEPT = 1000;

    private final long[] delayMicros = new long[KEPT];
    private final AtomicLong writtenCount = new AtomicLong();
    private volatile long lastTickNanos;
    private volatile long slowestTickNanos;

    synchronized void written(Duration delay) {
        long micros = Math.max(0, TimeUnit.NANOSECONDS.toMicros(delay.toNanos()));
        delayMicros[(int) (writtenCount.getAndIncrement() % KEPT)] = micros;
    }

    void ticked(long nanos) {
        lastTickNanos = nanos;
        slowestTickNanos = Math.max(slowestTickNanos, nanos);
    }

    /** Actions written since this node started. */
    public long writtenCount() {
        return writtenCount.get();
    }

    /**
     * The delay that this part of the last 1,000 actions did not exceed.
     *
     * @param quantile 0..1
     */
    public synchronized double delayMillis(double quantile) {
        int count = (int) Math.min(KEPT, writtenCount.get());
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(delayMicros, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(quantile * count) - 1] / 1000.0;
    }

    public double lastTickMillis() {
        return lastTickNanos / 1e6;
    }

    public double slowestTickMillis() {
        return slowestTickNanos / 1e6;
    }
}
