package org.switchroom.system.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.switchroom.system.Administrator;
import org.switchroom.system.ServerProcess;

@Order(116)
@Fault(
        number = "F16",
        property =
                "garbage, a line of 1 MB, no banner: that connection is reset, no thread dies or stays, other servers notice nothing",
        promised = "0 leaked threads")
class F16GarbageOnTheWireIT extends FaultTest {
    private static final int MEGABYTE = 1 << 20;

    @Test
    void livesThroughGarbageOfOneServerWhileAnotherWorks() throws Exception {
        long threads = adapterThreads();
        try (FakeServer odd = FakeServer.up("odd")) {
            odd.asterisk().sendGarbage();
            odd.asterisk().sendHugeLine(MEGABYTE);
            odd.asterisk()
                    .sendRaw("Response: Perhaps\r\nActionID: swr-1-aaaaaaaa\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            callWorks("pbx1");
            Administrator.untilState("odd", "UP");

            odd.asterisk().faults().noBanner(true);
            odd.asterisk().cutAll();
            await("a server that doesn't greet is not up")
                    .until(() -> !"UP".equals(Administrator.server("odd").getString("state")));
            callWorks("pbx1");

            odd.asterisk().faults().noBanner(false);
            Administrator.untilState("odd", "UP");
        }
        await("its threads are gone")
                .pollDelay(Duration.ZERO)
                .untilAsserted(() -> assertEquals(threads, adapterThreads()));

        measured("%d threads of the adapter before and after", threads);
        assertTrue(threads > 0);
    }

    static long adapterThreads() {
        return ServerProcess.running().threadNames().entrySet().stream()
                .filter(name -> name.getKey().startsWith("ami-"))
                .mapToLong(java.util.Map.Entry::getValue)
                .sum();
    }
}
