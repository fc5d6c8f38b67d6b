package org.switchroom.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.switchroom.ami.fake.FaultProxy;
import org.switchroom.system.NewAction;
import org.switchroom.system.RestClient;
import org.switchroom.system.Waiting;

@Order(207)
@Tag("faults")
@Fault(
        number = "F7",
        property =
                "the connection is lost during COMMIT, before or after it passed: an idempotency key makes one row, and tells its id",
        promised = "0 duplicates in 1,000",
        errors = Errors.OF_THE_DATABASE)
class F07CommitCutIT extends FaultTest {
    private static final int SUBMITS = 1000;
    private static final int CLIENTS = 4;
    private static final int MOST_TRIES = 20;
    private static final RestClient REST = RestClient.client();

    private enum Cut {
        BEFORE,
        AFTER
    }

    private final Map<Long, Cut> inserting = new ConcurrentHashMap<>();
    private final Map<Long, Boolean> doomed = new ConcurrentHashMap<>();
    private final AtomicInteger before = new AtomicInteger();
    private final AtomicInteger after = new AtomicInteger();
    private final Random chance = Rig.random();

    @Test
    @Timeout(400)
    void makesOneRowOfEachKeyHoweverItsCommitIsCut() throws Exception {
        FaultProxy proxy = Rig.sql();
        F06DatabaseAwayIT.pingWorks();
        String prefix = "cut-" + Rig.usedSeed() + "-" + System.nanoTime() + "-";
        var pool = Executors.newFixedThreadPool(CLIENTS);
        List<Long> ids = new ArrayList<>();
        try {
            proxy.filter(this::cut);
            List<Future<Long>> submits = new ArrayList<>();
            for (int i = 0; i < SUBMITS; i++) {
                String key = prefix + i;
                submits.add(pool.submit(() -> submit(key)));
            }
            for (Future<Long> submit : submits) {
                ids.add(submit.get());
            }
        } finally {
            proxy.pass();
            pool.shutdownNow();
        }

        List<Map<String, String>> rows =
                sql.rows("select id, idempotency_key from action_all where idempotency_key like ?", prefix + "%");
        measured(
                "%d keys, %d rows; %d commits cut before, %d after they passed; seed %d",
                SUBMITS, rows.size(), before.get(), after.get(), Rig.usedSeed());
        assertEquals(SUBMITS, rows.size());
        for (Map<String, String> row : rows) {
            int index = Integer.parseInt(row.get("idempotency_key").substring(prefix.length()));
            assertEquals(ids.get(index), Long.valueOf(row.get("id")));
        }
        assertTrue(before.get() > 0 && after.get() > 0, "both kinds were cut");
        ids.forEach(id -> assertEquals("SUCCEEDED", Waiting.untilFinal(sql, id).status()));
    }

    /** The id that the client is told in the end. */
    private long submit(String key) {
        RestClient.Answer answer = null;
        for (int i = 0; i < MOST_TRIES; i++) {
            answer = REST.post("/api/v1/actions", NewAction.of("Ping").json(), "Idempotency-Key", key);
            if (answer.status() == 200 || answer.status() == 201) {
                return answer.json().getJsonNumber("id").longValue();
            }
        }
        throw new AssertionError(key + ": " + answer);
    }

    /** A connection that inserted a row with a key is cut at every second COMMIT or so. */
    private byte[] cut(long connection, FaultProxy.Way way, byte[] piece) {
        if (way == FaultProxy.Way.TO_CLIENT) {
            return doomed.containsKey(connection) ? null : piece;
        }
        String text = new String(piece, StandardCharsets.ISO_8859_1);
        if (text.contains("cut-" + Rig.usedSeed()) && text.toLowerCase().contains("insert into queued_action")) {
            inserting.put(connection, chance.nextBoolean() ? Cut.BEFORE : Cut.AFTER);
        }
        Cut how = text.toLowerCase().contains("commit") ? inserting.remove(connection) : null;
        if (how == null || chance.nextInt(4) == 0) {
            return piece;
        }
        if (how == Cut.AFTER) {
            after.incrementAndGet();
            doomed.put(connection, true);
            return piece;
        }
        before.incrementAndGet();
        return null;
    }
}
