package org.switchroom.common;

import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until a test moves it. */
public final class SettableClock implements Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private long nanos;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public long monotonicNanos() {
        return nanos;
    }

    /** Moves both the time of day and the monotonic time. */
    public void advance(Duration by) {
        now = now.plus(by);
        nanos += by.toNanos();
    }

    /** Moves the time of day alone, as somebody does who sets the clock. */
    public void jump(Duration by) {
        now = now.plus(by);
    }
}
