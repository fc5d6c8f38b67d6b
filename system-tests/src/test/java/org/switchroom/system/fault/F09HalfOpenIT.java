package org.switchroom.system.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.switchroom.system.ActionRow;
import org.switchroom.system.Administrator;
import org.switchroom.system.NewAction;
import org.switchroom.system.ServerLog;
import org.switchroom.system.Waiting;

@Order(209)
@Tag("faults")
@Fault(
        number = "F9",
        property =
                "connections die and nobody is told: the server is SUSPECT, a second login beside them is tried, no call is declared lost",
        promised = "SUSPECT < 3 s; working again < 5 s")
class F09HalfOpenIT extends FaultTest {
    private static final int CALLS = 3;
    private static final double MOST_SUSPECTED = 3;
    private static final double MOST_SECONDS = 5;
    private static final String SUSPECT = "SWRRA0016: pbx2: silent";
    private static final String REPLACED = "SWRRA0018: pbx2: a second login worked";

    @Test
    void worksAgainBesideConnectionsThatAreDead() throws Exception {
        try (AmiWay way = AmiWay.to("pbx2")) {
            calls.dial("pbx2", CALLS);
            calls.untilUp();

            ServerLog log = Node.first().logFromNow();
            Instant frozen = Instant.now();
            Stopwatch dead = new Stopwatch();
            way.proxy().freezePresent();
            double suspected = secondsUntil(log, SUSPECT, frozen);
            double replaced = secondsUntil(log, REPLACED, frozen);
            long id = sql.insert(NewAction.of("Ping").on("pbx2"));
            assertEquals("SUCCEEDED", Waiting.untilFinal(sql, id).status());
            double works = dead.seconds();
            Administrator.untilState("pbx2", "UP");

            measured(
                    "SUSPECT after %.1f s, signed in anew after %.2f s, a row answered after %.1f s",
                    suspected, replaced, works);
            assertTrue(suspected < MOST_SUSPECTED, suspected + " s until it was SUSPECT");
            assertTrue(works < MOST_SECONDS, works + " s until it worked again");
            calls.hangUp();
            List<String> outcomes = calls.untilOver().stream()
                    .map(ActionRow::outcome)
                    .distinct()
                    .toList();
            assertEquals(List.of("SUCCEEDED HUNGUP 16"), outcomes);
        }
        oracle.judge(sql).mustBeClean();
    }

    /** By the server's log, because SUSPECT is over as soon as the second login stands: too short to be met by looking at the state. */
    private static double secondsUntil(ServerLog log, String words, Instant begun) {
        return await(words)
                .atMost(seconds(30))
                .pollDelay(Duration.ZERO)
                .until(() -> log.firstWith(words), Optional::isPresent)
                .map(at -> Duration.between(begun, at).toMillis() / 1000.0)
                .orElseThrow();
    }
}
