package org.switchroom.system.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.switchroom.system.ActionRow;
import org.switchroom.system.Administrator;
import org.switchroom.system.NewAction;
import org.switchroom.system.Waiting;

@Order(209)
@Tag("faults")
@Fault(
        number = "F9",
        property =
                "connections die and nobody is told: the server is SUSPECT, a second login beside them is tried, no call is declared lost",
        promised = "working again < 5 s after the network lets new connections pass")
class F09HalfOpenIT extends FaultTest {
    private static final int CALLS = 3;

    @Test
    void worksAgainBesideConnectionsThatAreDead() throws Exception {
        try (AmiWay way = AmiWay.to("pbx2")) {
            calls.dial("pbx2", CALLS);
            calls.untilUp();

            way.proxy().freezePresent();
            Stopwatch dead = new Stopwatch();
            await("it is seen that they are dead")
                    .atMost(seconds(30))
                    .pollDelay(Duration.ZERO)
                    .until(() -> !"UP".equals(Administrator.server("pbx2").getString("state")));
            double suspected = dead.seconds();
            Administrator.untilState("pbx2", "UP");
            double up = dead.seconds();
            long id = sql.insert(NewAction.of("Ping").on("pbx2"));
            assertEquals("SUCCEEDED", Waiting.untilFinal(sql, id).status());

            measured("seen after %.1f s, up again after %.1f s, a row answered after %s", suspected, up, dead);
            calls.hangUp();
            List<String> outcomes = calls.untilOver().stream()
                    .map(ActionRow::outcome)
                    .distinct()
                    .toList();
            assertEquals(List.of("SUCCEEDED HUNGUP 16"), outcomes);
        }
        oracle.judge(sql).mustBeClean();
    }
}
