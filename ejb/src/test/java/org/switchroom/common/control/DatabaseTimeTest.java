package org.switchroom.common.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DatabaseTimeTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private long nanos = Long.MAX_VALUE - 5;
    private final DatabaseTime time = new DatabaseTime(() -> nanos, START);

    @Test
    void goesOnWithTheMonotonicClockAlsoWhenItsNumberWrapsAround() {
        pass(1500);

        assertEquals(START.plusMillis(1500), time.now());
    }

    @Test
    void takesTheAnswerToBeMadeHalfWay() {
        long asked = nanos;
        pass(40);

        time.read(START.plusSeconds(100), asked);

        assertEquals(START.plusSeconds(100).plusMillis(20), time.now());
        pass(10);
        assertEquals(START.plusSeconds(100).plusMillis(30), time.now());
    }

    @Test
    void isNeverEarlierThanWhatTheDatabaseHasJustSaid() {
        pass(100);

        time.notBefore(START.plusMillis(700));

        assertEquals(START.plusMillis(700), time.now());
        time.notBefore(START.plusMillis(600));
        pass(10);
        assertEquals(START.plusMillis(710), time.now());
    }

    private void pass(long millis) {
        nanos += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
