package org.switchroom.system.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.switchroom.system.ActionRow;
import org.switchroom.system.Administrator;
import org.switchroom.system.Lab;

@Order(111)
@Fault(
        number = "F11",
        property = "a server that is silent and then tells all at once loses no call, and nothing is sent twice",
        promised = "0 wrong final states")
class F11ManagerSilentIT extends FaultTest {
    private static final int CALLS = 5;
    private static final int SHORT = 6;
    private static final int LONG = 20;

    @Test
    void losesNoCallBecauseTheServerWasSilent() throws Exception {
        calls.dial("pbx2", CALLS);
        List<ActionRow> up = calls.untilUp();
        Duration silence = seconds(Rig.count(SHORT, LONG));

        Signal.STOP.to(Lab.pid("pbx2"));
        try {
            await("nobody is told that calls are lost")
                    .pollDelay(Duration.ZERO)
                    .during(silence)
                    .atMost(silence.plusSeconds(5))
                    .untilAsserted(() -> up.forEach(this::isStillUp));
        } finally {
            Signal.CONT.to(Lab.pid("pbx2"));
        }
        Stopwatch awake = new Stopwatch();
        Administrator.untilState("pbx2", "UP");
        double usable = awake.seconds();
        callWorks("pbx2");

        up.forEach(this::isStillUp);
        measured(
                "silent for %d s; up again after %.1f s, the next call over after %s",
                silence.toSeconds(), usable, awake);
        calls.hangUp();
        calls.untilOver().forEach(row -> assertEquals("SUCCEEDED HUNGUP 16", row.outcome(), row::toString));
        oracle.judge(sql).mustBeClean();
    }

    private void isStillUp(ActionRow row) {
        ActionRow seen = sql.action(Long.parseLong(row.columns().get("id")));
        assertEquals("SUCCEEDED UP null", seen.outcome(), seen::toString);
    }
}
