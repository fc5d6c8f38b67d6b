package org.switchroom.ra;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** Growing pauses between tries: doubles from the first to the longest, and takes away up to half at random. Not thread-safe. */
public final class Backoff {
    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier random;
    private Duration next;

    /** @param random 0 up to, not including, 1 */
    public Backoff(Duration first, Duration longest, DoubleSupplier random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
        this.next = first;
    }

    /** The pause before the next try, between {@code first} and {@code longest}. */
    public Duration next() {
        Duration full = next;
        next = min(full.multipliedBy(2), longest);
        long cut = (long) (full.toNanos() * random.getAsDouble() / 2);
        Duration jittered = full.minusNanos(cut);
        return jittered.compareTo(first) < 0 ? first : jittered;
    }

    /** Starts again with the first pause. */
    public void reset() {
        next = first;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
