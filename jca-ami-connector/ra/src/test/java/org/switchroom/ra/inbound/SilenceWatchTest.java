package org.switchroom.ra.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SilenceWatchTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final SilenceWatch watch = new SilenceWatch(Duration.ofSeconds(1), Duration.ofSeconds(1), 0);

    @Test
    void countsFromTheFirstPingAfterWhichNothingWasHeard() {
        ask(1, 2, 3);

        assertTrue(watch.missesTwo(3 * SECOND));
        assertEquals(Duration.ofSeconds(2), watch.silence(3 * SECOND));
        assertEquals(Optional.of(Duration.ofMillis(2_500)), watch.heard(3 * SECOND + SECOND / 2));
        assertEquals(Duration.ZERO, watch.silence(4 * SECOND));
    }

    @Test
    void anAnswerWithinTheIntervalIsNoPause() {
        ask(1);

        assertEquals(Optional.empty(), watch.heard(SECOND + SECOND / 2));
        assertFalse(watch.missesTwo(10 * SECOND));
    }

    @Test
    void quietWithoutAQuestionIsNoSilence() {
        watch.look(SECOND);
        watch.look(2 * SECOND);

        assertEquals(Duration.ZERO, watch.silence(2 * SECOND));
        assertEquals(Optional.empty(), watch.heard(2 * SECOND));
    }

    @Test
    void timeInWhichThisProcessStoodStillDoesNotCount() {
        ask(1);

        assertEquals(Optional.empty(), watch.heard(21 * SECOND));
        ask(22);
        watch.look(43 * SECOND);
        assertFalse(watch.missesTwo(43 * SECOND));
        assertEquals(Optional.empty(), watch.heard(43 * SECOND + 1));
    }

    @Test
    void stopsAskingWhoDoesNotAnswer() {
        ask(1, 2, 3);

        assertFalse(watch.shouldAsk());
        watch.heard(4 * SECOND);
        assertTrue(watch.shouldAsk());
    }

    private void ask(long... seconds) {
        for (long second : seconds) {
            watch.look(second * SECOND);
            watch.asked(second * SECOND);
        }
    }
}
