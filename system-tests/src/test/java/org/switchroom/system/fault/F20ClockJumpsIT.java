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
import org.switchroom.system.Administrator;
import org.switchroom.system.ServerLog;

@Order(220)
@Tag("faults")
@Fault(
        number = "F20",
        property =
                "the wall clock of a node jumps by an hour: what is due and what is too late is the database's to say",
        promised = "0 negative durations, 0 late, 0 double")
class F20ClockJumpsIT extends FaultTest {
    private static final List<String> TIMERS =
            List.of("action sender", "queue housekeeping", "channel poller", "monitoring");
    private static final String OVERLAP = "WFLYEJB0043";

    /** Of a timer that catches up with an hour there would be as many as it has ticks: 180,000. */
    private static final int MOST_OVERLAPS = 500;

    @Test
    @Timeout(500)
    void sendsInTimeWhateverTheNodesClockSays() throws Exception {
        Node node = Node.first();
        Timeliness rows = new Timeliness(sql);
        try (WallClock clock = WallClock.of(node, "+0")) {
            Administrator.untilState("pbx1", "UP");
            callWorks("pbx1");
            for (String jump : List.of("+1h", "-1h", "+0")) {
                ServerLog log = node.logFromNow();
                Stopwatch since = new Stopwatch();
                clock.set(jump);
                timersTick(log);
                double after = since.seconds();
                rows.holds("pbx1");
                callWorks("pbx1");
                long overlaps = count(log, OVERLAP);
                measured("%s: timers tick again after %.1f s, %d ticks left out", jump, after, overlaps);
                assertTrue(overlaps < MOST_OVERLAPS, overlaps + " ticks came before the last was done");
            }
            measured("jumps +1 h, -2 h, +1 h: %d rows with odd times", rows.oddCount());
            assertEquals(0, rows.oddCount());
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
}
