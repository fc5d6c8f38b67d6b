package org.switchroom.system.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchroom.system.Administrator;

@Order(212)
@Tag("faults")
@Fault(
        number = "F12",
        property =
                "5,000 events a second: memory is bounded, the lag recovers, what is dropped is counted and made up for",
        promised = "heap < 512 MB; lag < 2 s after the flood")
class F12FloodOfEventsIT extends FaultTest {
    private static final int PER_SECOND = 5000;
    private static final int SECONDS = 60;
    private static final double MOST_HEAP = 512 * 1024.0 * 1024;

    @Test
    @Timeout(200)
    void recoversFromAFloodOfEventsWhileAnotherServerWorks() throws Exception {
        try (FakeServer flooding = FakeServer.up("odd")) {
            await("it has figures")
                    .atMost(seconds(10))
                    .untilAsserted(() -> Metrics.ofServer("odd", "switchroom_ami_events_in"));
            double before = in();
            flooding.asterisk().flood(PER_SECOND * SECONDS / 2, PER_SECOND);
            callWorks("pbx1");
            flooding.asterisk().flood(PER_SECOND * SECONDS / 2, PER_SECOND);
            Stopwatch over = new Stopwatch();
            over.until("all came in", seconds(30), () -> assertTrue(in() - before >= PER_SECOND * SECONDS, in() + ""));
            over.until(
                    "nothing waits any more",
                    seconds(30),
                    () -> assertEquals(0, Metrics.ofServer("odd", "switchroom_ami_events_buffered")));
            double caughtUp = over.seconds();
            double in = in() - before;
            double dropped = Metrics.ofServer("odd", "switchroom_ami_events_dropped");
            double heap = Metrics.sum("jvm_memory_used_bytes\\{area=\"heap\"[^}]*\\}");

            measured(
                    "%.0f events in, %.0f dropped, caught up %.1f s after the flood, heap %.0f MB",
                    in, dropped, caughtUp, heap / 1048576);
            Administrator.untilState("odd", "UP");
            assertTrue(heap < MOST_HEAP, heap + " bytes of heap");
            await("the lag is gone")
                    .atMost(seconds(10))
                    .until(() -> caughtUp < 2 || Metrics.ofServer("odd", "switchroom_ami_event_lag_millis") < 2000);
        }
    }

    private static double in() {
        return Metrics.ofServer("odd", "switchroom_ami_events_in");
    }
}
