package org.switchroom.queue.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OriginateRateTest {
    private long nowNanos = -5_000_000_000L;
    private final OriginateRate rate = new OriginateRate(nowNanos);

    @Test
    void letsTheFirstGoAtOnce() {
        assertEquals(1, rate.refill(nowNanos, 20));
    }

    @Test
    void letsGoNoMoreThanItsRateOverTenSeconds() {
        int gone = 0;

        for (int i = 0; i < 500; i++) {
            gone += takeAll(20, 20);
        }

        assertTrue(gone >= 199 && gone <= 205, "gone " + gone);
    }

    @Test
    void savesUpAFifthOfASecondOnly() {
        takeAll(20, 0);

        int burst = takeAll(20, 3_600_000);

        assertEquals(4, burst);
    }

    @Test
    void keepsFractionsSoThatASlowRateIsReachedWithFastTicks() {
        takeAll(1, 0);
        int gone = 0;

        for (int i = 0; i < 250; i++) {
            gone += takeAll(1, 20);
        }

        assertTrue(gone == 4 || gone == 5, "gone " + gone);
    }

    @Test
    void followsAChangedRate() {
        takeAll(1, 0);

        assertEquals(100, takeAll(500, 1000));
    }

    private int takeAll(int perSecond, long afterMillis) {
        nowNanos += TimeUnit.MILLISECONDS.toNanos(afterMillis);
        int tokens = rate.refill(nowNanos, perSecond);
        rate.use(tokens);
        return tokens;
    }
}
