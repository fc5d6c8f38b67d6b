package org.switchroom.queue.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.queue.entity.ActionRequest;

/** What our own code submits is claimed by the commit that stores it, where it is its turn. */
class SubmittedAtOnceIT {
    private final QueueRig rig = new QueueRig();

    @BeforeEach
    void hasRoom() {
        rig.turn.room = 10;
    }

    @AfterEach
    void close() throws SQLException {
        rig.close();
    }

    @Test
    void isClaimedByTheCommitThatStoresIt() {
        long id = call(null);

        ClaimedAction claimed = rig.turn.handedOut.get(0);
        assertEquals(List.of(id), handedOut());
        assertEquals(
                "CLAIMED|-|1|1|" + rig.node.name() + "|" + claimed.tag().text(),
                rig.database.row("select status, stage, epoch, attempt, node, uniqueid from queued_action"));
        assertEquals(List.of("-|NEW", "NEW|CLAIMED"), rig.steps(id));
        assertEquals("1", rig.database.row("select settle_by > expires_at from queued_action"));
        assertEquals(0, rig.turn.woken);
    }

    @Test
    void goesToTheWireLikeAnyOther() {
        long id = call(null);
        ClaimedAction claimed = rig.turn.handedOut.get(0);

        rig.outcomes.store(List.of(
                new Outcome.Written(claimed, rig.time.now(), rig.time.now().plusSeconds(35))));

        assertEquals("SENT", rig.status(id));
        assertTrue(rig.claim.claim("pbx1", 1, true, 10).isEmpty());
    }

    @Test
    void waitsBehindWhatWasDueBefore() {
        rig.insert("pbx1", "Originate", QueueRig.CALL);
        rig.intake.takeIn();

        long later = call(null);

        assertEquals(List.of(), handedOut());
        assertEquals("NEW", rig.status(later));
        assertEquals(1, rig.turn.woken);
    }

    @Test
    void waitsWhereThereIsNoRoom() {
        rig.turn.room = 0;

        long id = call(null);

        assertEquals("NEW|DUE", rig.database.row("select status, stage from queued_action where id = ?", id));
        assertEquals(1, rig.turn.woken);
    }

    @Test
    void waitsForItsTime() {
        long id = rig.submit
                .submit(
                        new ActionRequest(
                                "pbx1", "Ping", "{}", null, rig.time.now().plusSeconds(60), null, null),
                        "test",
                        false)
                .id();

        assertEquals("NEW|WAITING", rig.database.row("select status, stage from queued_action where id = ?", id));
        assertEquals(List.of(), handedOut());
    }

    @Test
    void isHandedOutOnceByManyThreads() throws Exception {
        rig.turn.room = 1000;
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Long>> calls = IntStream.range(0, 100)
                .<Callable<Long>>mapToObj(i -> () -> call(null))
                .toList();

        for (Future<Long> id : threads.invokeAll(calls)) {
            id.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();

        assertEquals(100, handedOut().stream().distinct().count());
        assertEquals(100, handedOut().size());
        assertEquals("100", rig.database.row("select count(distinct uniqueid) from queued_action"));
    }

    @Test
    void waitsAgainWhereNobodyCanSayWhetherItIsClaimed() {
        rig.database.breakNextCommit(true);

        long id = call(null);

        assertEquals("CLAIMED", rig.status(id));
        assertEquals(List.of(), handedOut());
        assertEquals(
                List.of(id), rig.turn.uncertain.stream().map(ClaimedAction::id).toList());
    }

    private long call(String key) {
        return rig.submit
                .submit(new ActionRequest("pbx1", "Originate", QueueRig.CALL, null, null, null, key), "test", false)
                .id();
    }

    private List<Long> handedOut() {
        return rig.turn.handedOut.stream().map(ClaimedAction::id).toList();
    }
}
