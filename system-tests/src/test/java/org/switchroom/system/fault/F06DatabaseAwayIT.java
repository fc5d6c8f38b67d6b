package org.switchroom.system.fault;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchroom.system.ActionRow;
import org.switchroom.system.Lab;
import org.switchroom.system.NewAction;
import org.switchroom.system.RestClient;
import org.switchroom.system.Waiting;

@Order(206)
@Tag("faults")
@Fault(
        number = "F6",
        property =
                "the database is away for 30 s: calls go on, submits answer 503 with Retry-After, nothing fires late, work resumes alone",
        promised = "resumes < 3 s after it is back; 0 late",
        errors = Errors.OF_THE_DATABASE)
class F06DatabaseAwayIT extends FaultTest {
    private static final Duration AWAY = Duration.ofSeconds(30);
    private static final int CALLS = 5;
    private static final int LATE = 5;
    private static final RestClient REST = RestClient.client();

    @Test
    @Timeout(240)
    void goesOnByItselfWhenTheDatabaseIsBack() throws Exception {
        calls.dial("pbx1", CALLS);
        Set<String> up = calls.untilUp().stream().map(ActionRow::uniqueid).collect(Collectors.toSet());
        List<Long> late = dueWhileItIsAway();

        Database.kill();
        Stopwatch away = new Stopwatch();
        await("each submit is refused as it should be, and the calls go on")
                .pollDelay(Duration.ofSeconds(1))
                .pollInterval(Duration.ofSeconds(1))
                .during(AWAY.minusSeconds(2))
                .atMost(AWAY.plusSeconds(30))
                .untilAsserted(() -> refusesAndKeeps(up));
        CompletableFuture<Void> started = startedUntilItAnswers();
        double gone = away.seconds();
        Stopwatch back = new Stopwatch();
        double accepts = back.until(
                "submits are taken",
                seconds(20),
                () -> assertEquals(
                        201,
                        REST.post("/api/v1/actions", NewAction.of("Ping").json())
                                .status()));
        started.join();
        reconnects();
        double sends = back.until("what was submitted is sent", seconds(20), F06DatabaseAwayIT::pingWorks);

        measured("away %.0f s; submits taken %.1f s after it was back, all works after %.1f s", gone, accepts, sends);
        late.forEach(id -> assertEquals("EXPIRED", Waiting.untilFinal(sql, id).status()));
        assertTrue(Lab.uniqueids("pbx1").containsAll(up), "the calls are still up");
        calls.hangUp();
        calls.untilOver();
        oracle.judge(sql).mustBeClean();
        assertTrue(accepts < 3, accepts + " s until submits are taken");
    }

    private static CompletableFuture<Void> startedUntilItAnswers() {
        CompletableFuture<Void> started = CompletableFuture.runAsync(Database::start);
        await("the database answers")
                .atMost(seconds(60))
                .pollDelay(Duration.ZERO)
                .until(Database::answers);
        return started;
    }

    /** Rows whose whole life lies in the time without a database. */
    private List<Long> dueWhileItIsAway() throws SQLException {
        List<Long> ids = new ArrayList<>();
        NewAction call = NewAction.callTo("15557654340");
        for (int i = 0; i < LATE; i++) {
            ids.add(sql.insert(
                    "server_name, action, headers, not_before, expires_at",
                    call.serverName(),
                    call.action(),
                    call.headersText(),
                    utc(3),
                    utc(12)));
        }
        return ids;
    }

    private static void refusesAndKeeps(Set<String> up) {
        RestClient.Answer answer =
                REST.post("/api/v1/actions", NewAction.of("Ping").json());
        assertEquals(503, answer.status(), answer::toString);
        assertFalse(answer.header("Retry-After").isEmpty(), answer::toString);
        assertTrue(Lab.uniqueids("pbx1").containsAll(up), "the calls are still up");
    }

    static void pingWorks() {
        long id = REST.submit(NewAction.of("Ping"));
        assertEquals(
                "SUCCEEDED",
                Waiting.until(REST::action, id, seconds(10), ActionRow::isFinal).status());
    }
}
