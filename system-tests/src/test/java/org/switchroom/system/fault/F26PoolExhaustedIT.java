package org.switchroom.system.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchroom.ami.fake.FaultProxy;
import org.switchroom.system.NewAction;
import org.switchroom.system.RestClient;

@Order(226)
@Tag("faults")
@Fault(
        number = "F26",
        property =
                "every connection to the database is held: a submit waits a bounded time and is refused with a reason; calls of servers go on",
        promised = "fails in <= 2 s, others unaffected",
        errors = Errors.OF_THE_DATABASE)
class F26PoolExhaustedIT extends FaultTest {
    private static final int CLIENTS = 60;
    private static final double MOST_SECONDS = 2.5;
    private static final RestClient REST = RestClient.client();

    @Test
    @Timeout(200)
    void refusesInTimeWhenEachConnectionIsHeld() throws Exception {
        FaultProxy proxy = Rig.sql();
        F06DatabaseAwayIT.pingWorks();
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        List<Future<RestClient.Answer>> held = new ArrayList<>();
        double longest;
        try {
            proxy.blackhole();
            for (int i = 0; i < CLIENTS; i++) {
                held.add(pool.submit(
                        () -> REST.post("/api/v1/actions", NewAction.of("Ping").json())));
            }
            await("some are refused while others hold all there is")
                    .atMost(seconds(30))
                    .until(() -> held.stream().anyMatch(Future::isDone));
            Stopwatch refused = new Stopwatch();
            RestClient.Answer answer =
                    REST.post("/api/v1/actions", NewAction.of("Ping").json());
            longest = refused.seconds();
            assertEquals(503, answer.status(), answer::toString);
        } finally {
            proxy.pass();
            proxy.rst();
            pool.shutdown();
        }
        Stopwatch free = new Stopwatch();
        await("all works again")
                .atMost(seconds(60))
                .ignoreExceptions()
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(F06DatabaseAwayIT::pingWorks);
        long odd = held.stream().filter(F26PoolExhaustedIT::isOdd).count();

        measured("refused after %.1f s while %d others waited, works again after %s", longest, CLIENTS, free);
        assertEquals(0, odd, "answers that are neither 201 nor 503");
        assertTrue(longest <= MOST_SECONDS, longest + " s until it was refused");
    }

    private static boolean isOdd(Future<RestClient.Answer> answer) {
        try {
            int status = answer.get().status();
            return status != 201 && status != 503;
        } catch (java.util.concurrent.ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
