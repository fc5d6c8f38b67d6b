package org.switchroom.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchroom.system.ActionRow;
import org.switchroom.system.NewAction;
import org.switchroom.system.Waiting;

@Order(225)
@Tag("faults")
@Fault(
        number = "F25",
        property = "deadlocks and lock waits in a storm are tried again and nobody notices",
        promised = "100 % succeed, p99 + 200 ms",
        errors = Errors.OF_THE_DATABASE)
class F25DeadlocksIT extends FaultTest {
    private static final int ACTIONS = 200;
    /** Between two actions: many rows in one statement would each add their odds to it. */
    private static final long GAP_NANOS = 25_000_000;

    /** Of an error at each row that is changed. */
    private static final double ODDS = 0.02;

    private static final long MOST_MORE_MILLIS = 200;

    @ParameterizedTest(name = "error {0}")
    @CsvSource({
        "1213, 40001, Deadlock found when trying to get lock; try restarting transaction",
        "1205, HY000, Lock wait timeout exceeded; try restarting transaction"
    })
    void succeedsInSpiteOfErrorsThatPass(int error, String state, String words) throws Exception {
        long quiet = p99(run());
        Database.asRoot("set global log_bin_trust_function_creators = 1");
        Database.asRoot("create trigger made_error before update on queued_action for each row"
                + " if user() like 'switchroom_app%%' and rand() < %s then signal sqlstate '%s' set mysql_errno = %d, message_text = '%s'; end if"
                        .formatted(ODDS, state, error, words));
        List<Long> ids;
        try {
            ids = run();
        } finally {
            Database.asRoot("drop trigger made_error");
        }
        long stormy = p99(ids);

        measured("error %d: %d actions, all succeeded; p99 %d ms, without %d ms", error, ids.size(), stormy, quiet);
        assertTrue(stormy <= quiet + MOST_MORE_MILLIS, stormy + " ms, without errors " + quiet + " ms");
    }

    private List<Long> run() throws Exception {
        List<Long> ids = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < ACTIONS; i++) {
            LockSupport.parkNanos(begun + i * GAP_NANOS - System.nanoTime());
            ids.add(sql.insert(NewAction.of("Ping")));
        }
        for (long id : ids) {
            ActionRow row = Waiting.untilFinal(sql, id);
            assertEquals("SUCCEEDED", row.status(), row::toString);
        }
        return ids;
    }

    /** Milliseconds from row to wire. */
    private long p99(List<Long> ids) {
        long[] delays = ids.stream()
                .mapToLong(id -> Long.parseLong(sql.rows(
                                "select timestampdiff(microsecond, created_at, sent_at) div 1000 ms from action_all where id = ?",
                                id)
                        .get(0)
                        .get("ms")))
                .sorted()
                .toArray();
        return delays[delays.length * 99 / 100];
    }
}
