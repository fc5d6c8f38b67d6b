package org.switchroom.system.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchroom.system.NewAction;
import org.switchroom.system.RestClient;
import org.switchroom.system.SqlClient;

@Order(226)
@Tag("faults")
@Fault(
        number = "F26",
        property =
                "every connection to the database is held: a submit waits a bounded time and is refused with a reason; leases and connections to servers stay",
        promised = "fails in <= 2 s, others unaffected",
        errors = Errors.OF_THE_DATABASE)
class F26PoolExhaustedIT extends FaultTest {
    private static final int CLIENTS = 60;
    private static final int TRIES = 3;
    private static final String LOCKED =
            "select count(*) from information_schema.processlist where state = 'User sleep'";
    private static final int HELD_SECONDS = 10;
    private static final double MOST_SECONDS = 2;
    private static final RestClient REST = RestClient.client();

    private double longest;
    private String detail;

    @Test
    @Timeout(200)
    void refusesInTimeWhenEachConnectionIsHeld() throws Exception {
        F06DatabaseAwayIT.pingWorks();
        Owner owner = owner();
        double lost = Metrics.ofServer("pbx1", "switchroom_ami_reconnects");
        List<Future<RestClient.Answer>> held = new ArrayList<>();
        CompletableFuture<String> locked = CompletableFuture.supplyAsync(() ->
                Database.asRoot("lock tables queued_action write; select sleep(" + HELD_SECONDS + "); unlock tables"));
        await("the table is locked")
                .atMost(seconds(10))
                .until(() -> Database.asRoot(LOCKED).strip().equals("1"));
        hold(held);
        for (int i = 0; i < TRIES; i++) {
            isRefusedInTimeWithAReason();
        }
        assertFalse(locked.isDone(), "the table was free again before the last try was refused");
        locked.join();
        Stopwatch free = new Stopwatch();
        await("all works again")
                .atMost(seconds(60))
                .ignoreExceptions()
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(F06DatabaseAwayIT::pingWorks);
        double works = free.seconds();
        List<String> odd = held.stream()
                .map(F26PoolExhaustedIT::outcome)
                .filter(outcome -> !outcome.startsWith("201") && !outcome.startsWith("503"))
                .toList();

        measured(
                "refused after %.1f s at most while %d others waited: %s works again after %.1f s",
                longest, CLIENTS, detail, works);
        assertEquals(List.of(), odd, "answers that are neither 201 nor 503");
        assertTrue(longest <= MOST_SECONDS, longest + " s until it was refused");
        assertEquals(owner.epoch(), owner().epoch(), "pbx1 stayed with its owner: leases find a connection");
        assertEquals(lost, Metrics.ofServer("pbx1", "switchroom_ami_reconnects"), "connections to servers were lost");
    }

    private static Owner owner() throws Exception {
        try (SqlClient own = SqlClient.own()) {
            return Owner.of(own, "pbx1");
        }
    }

    /** Statements on the queue wait for its table, each with a connection. */
    private static void hold(List<Future<RestClient.Answer>> held) {
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        for (int i = 0; i < CLIENTS; i++) {
            held.add(pool.submit(F26PoolExhaustedIT::submit));
        }
        pool.shutdown();
        await("some are refused while others hold all there is")
                .atMost(seconds(30))
                .until(() -> held.stream()
                        .anyMatch(answer -> answer.isDone() && outcome(answer).startsWith("503")));
    }

    /** With a key of its own, which is looked up: so each holds a connection, while rows without one would share theirs. */
    private static RestClient.Answer submit() {
        return REST.post(
                "/api/v1/actions",
                NewAction.of("Ping").json(),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private void isRefusedInTimeWithAReason() {
        Stopwatch refused = new Stopwatch();
        RestClient.Answer answer = submit();
        longest = Math.max(longest, refused.seconds());
        assertEquals(503, answer.status(), answer::toString);
        assertTrue(answer.header("Content-Type").startsWith("application/problem+json"), answer::toString);
        assertTrue(Integer.parseInt(answer.header("Retry-After")) > 0, answer::toString);
        detail = answer.json().getString("detail");
        assertTrue(detail.matches("SwitchroomDS: \\d+ of \\d+ connections are in use(; .*)?[.]"), detail);
    }

    private static String outcome(Future<RestClient.Answer> answer) {
        try {
            return answer.get().toString();
        } catch (ExecutionException e) {
            return e.getCause().toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
