package org.switchroom.common.control;

import jakarta.enterprise.context.RequestScoped;
import java.util.concurrent.TimeUnit;

/**
 * How long one request may wait for its turns, all of them together. Begins with its first. With the wait for a group (400 ms) and for the pool
 * (500 ms, {@code switchroom.db.pool.wait}) a request is refused within 2 s.
 */
@RequestScoped
public class RequestPatience {
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final long overAtNanos = System.nanoTime() + LONGEST_NANOS;

    /** Zero or less when the request has waited enough. */
    public long leftNanos() {
        return overAtNanos - System.nanoTime();
    }
}
