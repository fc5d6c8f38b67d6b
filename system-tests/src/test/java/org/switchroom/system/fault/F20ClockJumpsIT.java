package org.switchroom.system.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchroom.system.ActionRow;
import org.switchroom.system.Administrator;
import org.switchroom.system.NewAction;
import org.switchroom.system.ServerLog;
import org.switchroom.system.Waiting;

@Order(220)
@Tag("faults")
@Fault(
        number = "F20",
        property =
                "the wall clock of a node jumps by an hour: what is due and what is too late is the database's to say",
        promised = "0 negative durations, 0 late, 0 double")
class F20ClockJumpsIT extends FaultTest {
    private static final int DUE_SECONDS = 4;
    private static final List<String> TIMERS =
            List.of("action sender", "queue housekeeping", "channel poller", "monitoring");
    private static final String OVERLAP = "WFLYEJB0043";

    /** Of a timer that catches up with an hour there would be as many as it has ticks: 180,000. */
    private static final int MOST_OVERLAPS = 500;

    @Test
    @Timeout(500)
    void sendsInTimeWhateverTheNodesClockSays() throws Exception {
        Node node = Node.first();
        try (WallClock clock = WallClock.of(node, "+0")) {
            Administrator.untilState("pbx1", "UP");
            callWorks("pbx1");
            for (String jump : List.of("+1h", "-1h", "+0")) {
                ServerLog log = node.logFromNow();
                Stopwatch since = new Stopwatch();
                clock.set(jump);
                timersTick(log);
                double after = since.seconds();
                isInTime();
                callWorks("pbx1");
                long overlaps = count(log, OVERLAP);
                measured("%s: timers tick again after %.1f s, %d ticks left out", jump, after, overlaps);
                assertTrue(overlaps < MOST_OVERLAPS, overlaps + " ticks came before the last was done");
            }
            String odd = oddTimes();
            measured("jumps +1 h, -2 h, +1 h: %s rows with odd times", odd);
            assertEquals("0", odd);
            oracle.judge(sql).mustBeClean();
        }
        Administrator.untilState("pbx1", "UP");
        Administrator.untilState("pbx2", "UP");
    }

    /** Each timer is begun again, and once. */
    private static void timersTick(ServerLog log) {
        for (String timer : TIMERS) {
            await("the timer of the " + timer + " is begun again")
                    .atMost(Duration.ofSeconds(10))
                    .pollDelay(Duration.ZERO)
                    .untilAsserted(() -> assertEquals(1, count(log, "SWR0051: The timer of the " + timer)));
        }
    }

    private static long count(ServerLog log, String words) {
        return log.lines().lines().filter(line -> line.contains(words)).count();
    }

    private String oddTimes() {
        return sql.rows("select count(*) n from action_all where sent_at < created_at or responded_at < sent_at"
                        + " or finished_at < sent_at or sent_at > expires_at or sent_at < not_before")
                .get(0)
                .get("n");
    }

    /** A row for later goes when it is due and not before; one that is too late never goes. */
    private void isInTime() throws Exception {
        NewAction ping = NewAction.of("Ping");
        long due = sql.insert(
                "server_name, action, headers, not_before",
                "pbx1",
                ping.action(),
                ping.headersText(),
                utc(DUE_SECONDS));
        long late = sql.insert(
                "server_name, action, headers, not_before, expires_at",
                "pbx1",
                ping.action(),
                ping.headersText(),
                utc(-60),
                utc(-1));

        assertEquals("EXPIRED", Waiting.untilFinal(sql, late).status());
        ActionRow row = Waiting.untilFinal(sql, due);
        assertEquals("SUCCEEDED", row.status(), row::toString);
        assertTrue(row.columns().get("sent_at").compareTo(row.columns().get("not_before")) >= 0, row::toString);
    }
}
