package org.switchroom.ra.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiConnectException;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ra.Backoff;
import org.switchroom.ra.Lines;
import org.switchroom.ra.ManualScheduler;
import org.switchroom.ra.Servers;
import org.switchroom.ra.StubLines;

class LoginGateTest {
    private final ManualScheduler time = new ManualScheduler();
    private final StubLines lines = new StubLines();
    private final LoginGate gate =
            new LoginGate(time::nanoTime, new Backoff(LoginGate.FIRST_PAUSE, LoginGate.LONGEST_PAUSE, () -> 0));

    @Test
    void aWrongSecretIsTriedAtMostOnceInFiveSeconds() {
        lines.refuseWith(AmiProblem.WRONG_SECRET);

        for (int millis = 0; millis < 20_000; millis += 20) {
            AmiConnectException refused = assertThrows(AmiConnectException.class, this::open);
            assertEquals(AmiProblem.WRONG_SECRET, refused.problem());
            time.advance(Duration.ofMillis(20));
        }

        assertEquals(4, lines.tries());
    }

    @Test
    void aRefusedConnectionIsTriedAgainAfterGrowingPauses() {
        lines.refuseWith(AmiProblem.REFUSED);

        for (int millis = 0; millis < 20_000; millis += 20) {
            assertThrows(AmiConnectException.class, this::open);
            time.advance(Duration.ofMillis(20));
        }

        assertTrue(lines.tries() >= 12 && lines.tries() <= 16, "tries " + lines.tries());
    }

    @Test
    void saysOnlyOnceThatAUserIsInUseHoweverManyAsk() {
        lines.refuseWith(AmiProblem.IN_USE);

        assertTrue(assertThrows(AmiConnectException.class, this::open).saysInUse());

        time.advance(Duration.ofMillis(500));
        AmiConnectException again = assertThrows(AmiConnectException.class, this::open);
        assertEquals(AmiProblem.IN_USE, again.problem());
        assertFalse(again.saysInUse());
    }

    @Test
    void anOpenServerIsNotHeldUp() {
        for (int i = 0; i < 10; i++) {
            open();
        }

        assertEquals(10, lines.tries());
    }

    @Test
    void aServerThatIsBackIsOpenAtOnceForAll() {
        lines.refuseWith(AmiProblem.REFUSED);
        assertThrows(AmiConnectException.class, this::open);
        lines.refuseWith(null);

        time.advance(Duration.ofMillis(50));
        open();
        open();

        assertEquals(3, lines.tries());
    }

    private void open() {
        gate.open(() -> lines.open(Servers.named("pbx1"), Lines.Purpose.COMMANDS, reason -> {}));
    }
}
