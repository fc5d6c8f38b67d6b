package org.switchroom.system.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchroom.system.Administrator;
import org.switchroom.system.Instance;
import org.switchroom.system.ServerProcess;

@Order(228)
@Tag("faults")
@Fault(
        number = "F28",
        property = "pools flushed and the archive deployed again, many times: no thread and no socket stays behind",
        promised = "fd and thread delta 0",
        errors = Errors.OF_THE_DATABASE)
class F28RedeployIT extends FaultTest {
    private static final String FLUSH = "/subsystem=resource-adapters/resource-adapter=\"switchroom.ear#ami.rar\""
            + "/connection-definitions=AmiConnectionFactory:flush-all-connection-in-pool";
    private static final int FLUSHES = 100;
    private static final int REDEPLOYS = 10;
    /** Pools of the container that grow a little as chance has it. */
    private static final int CHANCE = 12;

    @Test
    @Timeout(200)
    void leavesNothingBehindWhenPoolsAreFlushed() throws Exception {
        Node.first().console(List.of(FLUSH));
        warm();
        Map<String, Long> before = ours();
        int files = ServerProcess.running().fileCount();

        Node.first().console(Collections.nCopies(FLUSHES, FLUSH));
        warm();

        same(before);
        int delta = ServerProcess.running().fileCount() - files;
        measured("%d flushes: threads of ours %s before and after, files %+d", FLUSHES, before, delta);
        assertTrue(
                delta <= CHANCE,
                () -> delta + " files more: " + ServerProcess.running().fileNames());
    }

    @Test
    @Timeout(900)
    void leavesNothingBehindWhenTheArchiveIsDeployedAgain() throws Exception {
        Node.first().redeploy();
        warm();
        Map<String, Long> before = ours();
        int files = ServerProcess.running().fileCount();
        int threads = ServerProcess.running().threadCount();

        for (int i = 1; i < REDEPLOYS; i++) {
            Node.first().redeploy();
        }
        warm();

        same(before);
        int more = ServerProcess.running().fileCount() - files;
        int moreThreads = ServerProcess.running().threadCount() - threads;
        measured(
                "%d redeployments: threads of ours %s before and after, all threads %+d, files %+d",
                REDEPLOYS, before, moreThreads, more);
        assertTrue(
                more <= CHANCE,
                () -> more + " files more: " + ServerProcess.running().fileNames());
        assertTrue(
                moreThreads <= CHANCE,
                () -> moreThreads + " threads more: " + ServerProcess.running().threadNames());
    }

    private void warm() throws Exception {
        for (String server : Instance.running().serverNames()) {
            await(server + " is up")
                    .atMost(seconds(60))
                    .ignoreExceptions()
                    .until(() -> "UP".equals(Administrator.server(server).getString("state")));
            callWorks(server);
        }
    }

    private static void same(Map<String, Long> before) {
        await("threads of ours")
                .atMost(seconds(30))
                .pollDelay(Duration.ZERO)
                .untilAsserted(() -> assertEquals(before, ours()));
    }

    /** Threads that carry our names, and those of the databases' drivers. */
    private static Map<String, Long> ours() {
        Map<String, Long> names = ServerProcess.running().threadNames();
        names.keySet().removeIf(name -> !name.startsWith("ami-") && !name.startsWith("switchroom"));
        return names;
    }
}
