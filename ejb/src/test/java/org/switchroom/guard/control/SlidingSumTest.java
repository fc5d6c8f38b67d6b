package org.switchroom.guard.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlidingSumTest {
    private static final Instant START = Instant.parse("2026-11-28T10:00:00Z");

    private final SlidingSum sum = new SlidingSum(Duration.ofMinutes(1), 60);

    @Test
    void whatWasAddedLeavesAfterItsTimeAndNotBefore() {
        sum.add(3, START);
        sum.add(4, START.plusSeconds(30));

        assertEquals(7, sum.sum(START.plusSeconds(60)));
        assertEquals(4, sum.sum(START.plusSeconds(61)));
        assertEquals(0, sum.sum(START.plusSeconds(91)));
    }

    @Test
    void whatIsToldLateStandsWhereItBelongs() {
        sum.add(1, START.plusSeconds(40));
        sum.add(1, START);

        assertEquals(2, sum.sum(START.plusSeconds(50)));
        assertEquals(1, sum.sum(START.plusSeconds(61)));
    }

    @Test
    void whatIsTooOldIsNotCounted() {
        sum.add(1, START.plusSeconds(100));
        sum.add(1, START);

        assertEquals(1, sum.sum(START.plusSeconds(100)));
    }

    @Test
    void forgetsAllAfterALongSilence() {
        sum.add(5, START);

        assertEquals(0, sum.sum(START.plus(Duration.ofDays(3))));
    }
}
