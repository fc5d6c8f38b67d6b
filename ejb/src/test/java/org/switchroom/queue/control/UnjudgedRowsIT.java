package org.switchroom.queue.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.switchroom.queue.entity.ActionRequest;

/** Ordinary rows are due as they come in: whoever claims them judges them, and what has to wait is judged in time all the same. */
class UnjudgedRowsIT {
    private static final String KEYED = "server_name, action, headers, idempotency_key";
    private static final String BAD = "{\"Bad Header\":\"x\"}";

    private final QueueRig rig = new QueueRig();

    @AfterEach
    void close() throws SQLException {
        rig.close();
    }

    @Test
    void isClaimedAsItCameInWithItsWholeStory() {
        long id = rig.insert("pbx1", "Ping", "{}");

        assertEquals(List.of(id), claim(10));

        assertEquals(
                "CLAIMED|-|1|1|1|sql|-",
                rig.database.row(
                        "select status, stage, epoch, attempt, judged, submitted_by, arrived from queued_action"));
        assertEquals(List.of("-|NEW", "NEW|CLAIMED"), rig.steps(id));
        assertEquals("1", rig.database.row("select settle_by > expires_at from queued_action"));
    }

    @Test
    void goesInOneOrderWithWhatWasJudgedBefore() {
        long first = ping("{}");
        rig.intake.takeIn();
        long second = ping("{}");
        long third = rig.submit
                .submit(new ActionRequest("pbx1", "Ping", "{}", null, null, null, null), "anna", false)
                .id();
        long fourth = ping("{}");
        long urgent = rig.insertWith("server_name, action, headers, priority", "pbx1", "Ping", "{}", 0);

        assertEquals(List.of(urgent, first), claim(2));
        assertEquals(List.of(second, third, fourth), claim(10));

        assertEquals("anna", rig.database.row("select submitted_by from queued_action where id = ?", third));
        for (long id : List.of(first, second, third, fourth, urgent)) {
            assertEquals(List.of("-|NEW", "NEW|CLAIMED"), rig.steps(id));
        }
    }

    @Test
    void failsInTheClaimIfItIsBadAndTheOthersGo() {
        long good = ping("{}");
        long bad = ping(BAD);
        long unknown = rig.insert("pbx1", "Command", "{\"Command\":\"core stop now\"}");
        long later = ping("{}");

        assertEquals(List.of(good, later), claim(10));

        for (long id : List.of(bad, unknown)) {
            assertEquals("FAILED", rig.status(id));
            assertTrue(rig.message(id).length() > 10, rig.message(id));
            assertEquals(List.of("-|NEW", "NEW|FAILED"), rig.steps(id));
            assertEquals("sql", rig.database.row("select submitted_by from queued_action where id = ?", id));
        }
    }

    @Test
    void isToldInTimeThatItIsBadHoweverFarItIsFromItsTurn() {
        long waiting = ping("{}");
        long bad = ping(BAD);
        long urgent = rig.insertWith("server_name, action, headers, priority", "pbx1", "Ping", BAD, 0);
        waited();
        long fresh = ping("{}");
        long freshBad = ping(BAD);
        rig.database.run(
                "update queued_action set created_at = created_at + interval 10 second where id in (?, ?)",
                fresh,
                freshBad);

        assertFalse(rig.intake.judgeWaiting(System.nanoTime()));

        assertEquals("FAILED", rig.status(bad));
        assertEquals("FAILED", rig.status(urgent));
        assertEquals("1", rig.database.row("select judged from queued_action where id = ?", waiting));
        assertEquals("0|0", judgedAndSteps(fresh), "what came just now is left to the claim that takes it");
        assertEquals("0|0", judgedAndSteps(freshBad));
        assertEquals(List.of(waiting, fresh), claim(10));
        assertEquals(List.of("-|NEW", "NEW|CLAIMED"), rig.steps(waiting));
        assertEquals("FAILED", rig.status(freshBad));
    }

    @Test
    void keepsNobodyBusyWhereItsLaneStandsStill() {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            ids.add(ping("{}"));
        }
        assertTrue(rig.look().unjudged());
        assertEquals(OptionalInt.of(ActionIntake.ORDINARY + 5), rig.waiting.firstArrived());
        waited();

        assertTrue(rig.intake.judgeWaiting(System.nanoTime()), "a full group: there may be more");
        assertFalse(rig.intake.judgeWaiting(System.nanoTime()));

        assertFalse(rig.look().unjudged());
        assertEquals(OptionalInt.empty(), rig.waiting.firstArrived());
        assertEquals(ids, claim(500), "in the order in which they came, when it moves again");
    }

    @Test
    void isLookedAtNoMoreOftenThanEveryTenthOfASecond() {
        long now = System.nanoTime();
        assertFalse(rig.intake.judgeWaiting(now));
        long bad = ping(BAD);
        waited();

        rig.intake.judgeWaiting(now + 50_000_000);
        assertEquals("NEW", rig.status(bad));
        rig.intake.judgeWaiting(now + 101_000_000);
        assertEquals("FAILED", rig.status(bad));
    }

    @Test
    void isADuplicateInTheClaimOfWhatHistoryHas() {
        long first = rig.insertWith(KEYED, "pbx1", "Ping", "{}", "order-1");
        long other = rig.insertWith(KEYED, "pbx1", "Ping", "{}", "order-2");
        claim(10);
        rig.database.run("update queued_action set closed_at = utc_timestamp(3) - interval 61 second");
        rig.history.move();

        long again = rig.insertWith(KEYED, "pbx1", "Ping", "{}", "order-1");
        long fresh = rig.insertWith(KEYED, "pbx1", "Ping", "{}", "order-3");
        long third = rig.insertWith(KEYED, "pbx1", "Ping", "{}", "order-2");

        assertEquals(List.of(fresh), claim(10));
        assertEquals("duplicate of id " + first, rig.message(again));
        assertEquals("duplicate of id " + other, rig.message(third));
    }

    @Test
    void isWithdrawnBeforeAnybodyJudgedIt() {
        long target = ping("{}");
        long cancel = rig.insert("pbx1", "SwitchroomCancel", "{\"Id\":\"" + target + "\"}");

        rig.intake.takeIn(new AtOnce() {});

        assertEquals("CANCELLED", rig.status(target));
        assertEquals("SUCCEEDED", rig.status(cancel), rig.message(cancel));
        assertEquals(List.of("-|NEW", "NEW|CANCELLED"), rig.steps(target));
        assertEquals(List.of(), claim(10));
    }

    @Test
    void isNotSentIfARowOfTheSameGroupWithdrawsIt() {
        long target = rig.insert("pbx1", "Originate", QueueRig.CALL);
        rig.insert("pbx1", "SwitchroomCancel", "{\"Id\":\"" + target + "\"}");
        long other = rig.insert("pbx1", "Originate", QueueRig.CALL);

        ActionIntake.TakenIn taken = rig.intake.takeIn(new AtOnce() {
            @Override
            public int room(LaneKey lane) {
                return 10;
            }

            @Override
            public OptionalLong epoch(String serverName) {
                return OptionalLong.of(1);
            }
        });

        assertEquals(List.of(other), taken.all().stream().map(ClaimedAction::id).toList());
        assertEquals("CANCELLED", rig.status(target));
    }

    @Test
    void expiresWithItsWholeStory() {
        long id = ping("{}");
        rig.database.run(
                "update queued_action set expires_at = utc_timestamp(3) - interval 1 second, settle_by = expires_at");

        assertEquals(List.of(), claim(10));
        rig.deadlines.enforce();

        assertEquals(List.of("-|NEW", "NEW|EXPIRED"), rig.steps(id));
    }

    @Test
    void isGivenToOneOfManyWhileOthersTakeIn() throws Exception {
        int rows = 400;
        for (int i = 0; i < rows; i++) {
            ping(i % 10 == 9 ? BAD : "{}");
        }
        waited();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Callable<List<Long>> claimer = () -> {
            List<Long> mine = new ArrayList<>();
            while (rig.look().lanes().contains(LaneKey.of("pbx1", false))) {
                mine.addAll(claim(7));
            }
            return mine;
        };
        Callable<List<Long>> taker = () -> {
            while (rig.look().unjudged()) {
                rig.intake.takeIn();
            }
            return List.of();
        };

        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> ids : threads.invokeAll(List.of(claimer, claimer, claimer, taker))) {
            all.addAll(ids.get(60, TimeUnit.SECONDS));
        }
        threads.shutdown();

        assertEquals(rows * 9 / 10, all.size());
        assertEquals(all.size(), new HashSet<>(all).size());
        for (String step : List.of("NEW|400", "CLAIMED|360", "FAILED|40")) {
            String status = step.substring(0, step.indexOf('|'));
            assertEquals(
                    step,
                    rig.database.row(
                            "select max(to_status), count(*) from action_transition where to_status = ?", status));
        }
    }

    private long ping(String headers) {
        return rig.insert("pbx1", "Ping", headers);
    }

    private List<Long> claim(int limit) {
        return rig.claim.claim("pbx1", 1, false, limit).stream()
                .map(ClaimedAction::id)
                .toList();
    }

    /** Everything that is there has been there for a second. */
    private void waited() {
        rig.database.run("update queued_action set created_at = created_at - interval 1 second");
    }

    private String judgedAndSteps(long id) {
        return rig.database.row("select judged from queued_action where id = ?", id) + "|"
                + rig.steps(id).size();
    }
}
