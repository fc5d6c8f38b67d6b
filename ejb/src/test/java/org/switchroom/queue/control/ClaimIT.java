package org.switchroom.queue.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.common.control.TestDatabase;

class ClaimIT {
    private static final int COMPETITORS = 4;
    private QueueRig rig;

    @BeforeEach
    void open() {
        rig = new QueueRig();
    }

    @AfterEach
    void close() throws SQLException {
        rig.close();
    }

    @Test
    void givesEachRowToOneOfFourCompetitors() throws Exception {
        insertMany(400, "pbx1");
        while (rig.look().arrived()) {
            rig.intake.takeIn();
        }
        ExecutorService threads = Executors.newFixedThreadPool(COMPETITORS);
        Callable<List<Long>> competitor = () -> {
            List<Long> mine = new ArrayList<>();
            while (rig.look().lanes().contains(LaneKey.of("pbx1", true))) {
                rig.claim.claim("pbx1", 1, true, 7).forEach(action -> mine.add(action.id()));
            }
            return mine;
        };

        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> claimed : threads.invokeAll(List.of(competitor, competitor, competitor, competitor))) {
            all.addAll(claimed.get(60, TimeUnit.SECONDS));
        }
        threads.shutdown();

        assertEquals(400, all.size());
        assertEquals(400, new HashSet<>(all).size());
        assertEquals(
                "400", rig.database.row("select count(*) from queued_action where status = 'CLAIMED' and attempt = 1"));
        assertEquals("400", rig.database.row("select count(*) from action_transition where to_status = 'CLAIMED'"));
        assertEquals("400", rig.database.row("select count(*) from action_transition where to_status = 'NEW'"));
    }

    @Test
    void takesTheMostUrgentFirst() {
        long ordinary = rig.insert("pbx1", "Ping", "{}");
        long urgent = rig.insertWith("server_name, action, headers, priority", "pbx1", "Ping", "{}", 0);
        rig.intake.takeIn();

        List<Long> claimed = rig.claim.claim("pbx1", 1, false, 10).stream()
                .map(ClaimedAction::id)
                .toList();

        assertEquals(List.of(urgent, ordinary), claimed);
    }

    @Test
    void claimsAtOnceWhatComesIntoAnEmptyLane() {
        long call = rig.insert("pbx1", "Originate", QueueRig.CALL);
        long other = rig.insert("pbx2", "Originate", QueueRig.CALL);

        ActionIntake.TakenIn taken = rig.intake.takeIn(upTo(1, "pbx1"));

        ClaimedAction action = taken.claimed().get(LaneKey.of("pbx1", true)).get(0);
        assertEquals(call, action.id());
        assertEquals(
                "CLAIMED|-|7|1|" + action.tag().text() + "|sql",
                rig.database.row(
                        "select status, stage, epoch, attempt, uniqueid, submitted_by from queued_action where id = ?",
                        call));
        assertEquals(List.of("-|NEW", "NEW|CLAIMED"), rig.steps(call));
        assertEquals("NEW|DUE", rig.database.row("select status, stage from queued_action where id = ?", other));
        assertTrue(taken.due());
    }

    @Test
    void claimsNothingAtOnceThatWouldOvertakeWhatIsDue() {
        long first = rig.insert("pbx1", "Originate", QueueRig.CALL);
        rig.intake.takeIn();
        long second = rig.insert("pbx1", "Originate", QueueRig.CALL);

        ActionIntake.TakenIn taken = rig.intake.takeIn(upTo(10, "pbx1"));

        assertEquals(Map.of(), taken.claimed());
        List<Long> claimed = rig.claim.claim("pbx1", 7, true, 10).stream()
                .map(ClaimedAction::id)
                .toList();
        assertEquals(List.of(first, second), claimed);
    }

    @Test
    void claimsNoMoreAtOnceThanALaneHasRoomFor() throws SQLException {
        insertMany(5, "pbx1");

        ActionIntake.TakenIn taken = rig.intake.takeIn(upTo(2, "pbx1"));

        assertEquals(2, taken.claimed().get(LaneKey.of("pbx1", true)).size());
        assertEquals("3", rig.database.row("select count(*) from queued_action where stage = 'DUE'"));
    }

    private static AtOnce upTo(int room, String owned) {
        return new AtOnce() {
            @Override
            public int room(LaneKey lane) {
                return room;
            }

            @Override
            public OptionalLong epoch(String serverName) {
                return serverName.equals(owned) ? OptionalLong.of(7) : OptionalLong.empty();
            }
        };
    }

    @Test
    void movesManyRowsToHistoryAtOnce() throws SQLException {
        insertMany(20, "pbx9");
        rig.intake.takeIn();
        rig.database.run("update queued_action set closed_at = utc_timestamp(3) - interval 61 second");

        assertEquals(20, rig.history.move());

        assertEquals("20", rig.database.row("select count(*) from queued_action_history where status = 'FAILED'"));
        assertEquals("0", rig.database.row("select count(*) from queued_action"));
    }

    @Test
    void runsATransactionAgainAfterADeadlock() throws Exception {
        long one = rig.insert("pbx1", "Ping", "{}");
        long two = rig.insert("pbx1", "Ping", "{}");
        CountDownLatch bothHoldOne = new CountDownLatch(2);
        AtomicInteger runs = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(2);

        Future<?> left = threads.submit(() -> crosswise(one, two, bothHoldOne, runs));
        Future<?> right = threads.submit(() -> crosswise(two, one, bothHoldOne, runs));
        left.get(30, TimeUnit.SECONDS);
        right.get(30, TimeUnit.SECONDS);
        threads.shutdown();

        assertTrue(runs.get() >= 3, "runs " + runs);
        assertEquals(List.of("2", "2"), rig.database.rows("select attempt from queued_action order by id"));
    }

    private void crosswise(long first, long second, CountDownLatch bothHoldOne, AtomicInteger runs) {
        rig.database.inNewTransaction(connection -> {
            runs.incrementAndGet();
            count(connection, first);
            bothHoldOne.countDown();
            await(bothHoldOne);
            count(connection, second);
            return null;
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void count(Connection connection, long id) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update queued_action set attempt = attempt + 1 where id = ?")) {
            update.setLong(1, id);
            update.executeUpdate();
        }
    }

    private static void insertMany(int count, String serverName) throws SQLException {
        try (Connection client = TestDatabase.connect("client");
                PreparedStatement insert = client.prepareStatement(
                        "insert into queued_action (server_name, action, headers) values (?, 'Originate', ?)")) {
            client.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                insert.setString(1, serverName);
                insert.setString(2, QueueRig.CALL);
                insert.addBatch();
            }
            insert.executeBatch();
            client.commit();
        }
    }
}
