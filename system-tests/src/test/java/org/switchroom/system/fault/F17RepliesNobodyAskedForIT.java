package org.switchroom.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.switchroom.system.ActionRow;
import org.switchroom.system.NewAction;
import org.switchroom.system.Waiting;

@Order(117)
@Fault(
        number = "F17",
        property = "replies that come twice, unasked or too late complete nothing",
        promised = "0 wrong completions")
class F17RepliesNobodyAskedForIT extends FaultTest {
    private static final int ACTIONS = 50;

    @Test
    void completesEachRowByItsOwnReplyOnly() throws Exception {
        try (FakeServer odd = FakeServer.up("odd")) {
            odd.asterisk().faults().repeatResponses(true).strayResponses(true);
            List<Long> ids = new ArrayList<>();
            for (int i = 0; i < ACTIONS; i++) {
                ids.add(sql.insert(NewAction.of("Ping").on("odd")));
            }
            for (long id : ids) {
                ActionRow row = Waiting.untilFinal(sql, id);
                assertEquals("SUCCEEDED null null", row.outcome(), row::toString);
                assertEquals(List.of("null->NEW", "NEW->CLAIMED", "CLAIMED->SENT", "SENT->SUCCEEDED"), sql.story(id));
            }

            odd.asterisk().faults().repeatResponses(false).strayResponses(false);
            measured("%d replies twice and as many unasked", ACTIONS);
            if (Rig.takesItsTime()) {
                completesNothingTooLate(odd);
            }
            long next = sql.insert(NewAction.of("Ping").on("odd"));
            assertEquals("SUCCEEDED", Waiting.untilFinal(sql, next).status());
        }
    }

    private void completesNothingTooLate(FakeServer odd) throws Exception {
        odd.asterisk().faults().responseDelay(Duration.ofSeconds(7));
        long late = sql.insert(NewAction.of("Ping").on("odd"));
        Stopwatch sent = new Stopwatch();
        ActionRow row = Waiting.until(sql::action, late, seconds(75), ActionRow::isFinal);
        odd.asterisk().faults().responseDelay(Duration.ZERO);
        measured("one 7 s late: %s after %s", row.outcome(), sent);
    }
}
