package org.switchroom.common.control;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.switchroom.common.Clock;
import org.switchroom.common.SettableClock;

class CadenceTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SettableClock clock = new SettableClock();
    private final Cadence cadence = new Cadence(clock, Duration.ofMillis(500));

    @Test
    void leavesATimerAloneThatTicks() {
        for (int second = 0; second < 60; second++) {
            clock.advance(SECOND);

            assertFalse(cadence.ticked());
            assertFalse(cadence.stands());
        }
    }

    @Test
    void beginsAgainAtTheNextLookWhenTheClockIsSetBack() {
        clock.jump(HOUR.negated());

        assertTrue(cadence.stands());
        cadence.begun();
        assertFalse(cadence.stands());
    }

    @Test
    void beginsAgainAtTheFirstTickWhenTheClockIsSetForward() {
        clock.jump(HOUR);

        assertTrue(cadence.ticked());
        assertFalse(cadence.ticked());
        assertFalse(cadence.stands());
    }

    @Test
    void followsAClockThatIsMovedGently() {
        for (int second = 0; second < 3600; second++) {
            clock.advance(SECOND);
            clock.jump(Duration.ofMillis(-1));

            assertFalse(cadence.ticked());
        }
    }

    @Test
    void beginsAgainWhenNoTickComesForTenPeriods() {
        for (int second = 1; second < 5; second++) {
            clock.advance(SECOND);
            assertFalse(cadence.stands(), "after " + second + " s");
        }
        clock.advance(SECOND);

        assertTrue(cadence.stands());
    }

    @Test
    void givesAShortTimerASecond() {
        Cadence brief = new Cadence(clock, Duration.ofMillis(20));

        assertFalse(brief.stands());
        clock.advance(Duration.ofMillis(999));
        assertFalse(brief.stands());
        clock.advance(Duration.ofMillis(1));
        assertTrue(brief.stands());
    }

    @Test
    void doesNotBlameATimerForATimeInWhichTheProcessStoodStill() {
        assertFalse(cadence.ticked());
        clock.advance(HOUR);

        assertFalse(cadence.stands());
        assertFalse(cadence.ticked());
        assertFalse(cadence.stands());
    }

    @Test
    void believesNoReadingInTheMiddleOfWhichTheThreadStoodStill() {
        Cadence slow = new Cadence(new StandingClock(clock, SECOND.multipliedBy(2)), SECOND);

        assertFalse(slow.ticked());
    }

    /** Each question for the time of day takes a while, and the answer is from before. */
    private record StandingClock(SettableClock clock, Duration pause) implements Clock {
        @Override
        public java.time.Instant now() {
            java.time.Instant before = clock.now();
            clock.advance(pause);
            return before;
        }

        @Override
        public long monotonicNanos() {
            return clock.monotonicNanos();
        }
    }
}
