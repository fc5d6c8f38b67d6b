package org.switchroom.queue.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchroom.common.control.DatabaseException;
import org.switchroom.common.control.DatabaseProblem;
import org.switchroom.common.control.TestDatabase;
import org.switchroom.queue.entity.ActionRequest;
import org.switchroom.queue.entity.Submitted;

/** Each row of the table of SQL errors, forced by a trigger or by a connection that breaks, on a real database. */
class SqlErrorsIT {
    private QueueRig rig;

    @BeforeEach
    void open() {
        rig = new QueueRig();
    }

    @AfterEach
    void close() throws SQLException {
        asOwner("drop trigger if exists forced_error");
        rig.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1290, HY000, READ_ONLY",
        "1836, HY000, READ_ONLY",
        "1040, 08004, TOO_MANY_CONNECTIONS",
        "1203, 42000, TOO_MANY_CONNECTIONS",
        "1114, HY000, FULL",
        "1021, HY000, FULL",
        "3024, HY000, STOPPED",
        "1317, 70100, STOPPED",
        "1142, 42000, NOT_READY",
        "1146, 42S02, NOT_READY",
        "1054, 42S22, NOT_READY",
        "1406, 22001, OUR_MISTAKE",
        "1048, 23000, OUR_MISTAKE",
        "1064, 42000, OUR_MISTAKE"
    })
    void knowsWhatAnErrorMeansAndStoresNothing(int error, String state, DatabaseProblem problem) throws SQLException {
        force(error, state, "true");
        long before = problem.count();

        DatabaseException thrown = assertThrows(DatabaseException.class, () -> submit(null));

        assertEquals(problem, thrown.problem());
        assertEquals(problem.passes(), thrown.isOutOfReach());
        assertTrue(problem.count() > before);
        assertEquals("0", rig.database.row("select count(*) from queued_action"));
    }

    @ParameterizedTest
    @CsvSource({"1213, 40001", "1205, HY000"})
    void f25RunsAWholeTransactionAgainInAStormOfDeadlocks(int error, String state) throws SQLException {
        force(error, state, "rand() < 0.1");
        long before = DatabaseProblem.RUN_AGAIN.count();

        for (int i = 0; i < 60; i++) {
            assertTrue(submit(null).created());
        }

        assertTrue(DatabaseProblem.RUN_AGAIN.count() > before);
        assertEquals("60", rig.database.row("select count(*) from queued_action"));
        assertEquals("60", rig.database.row("select count(*) from action_transition"));
    }

    @Test
    void f7AnswersWithTheRowThatWasStoredWhenTheConnectionBrokeDuringCommit() {
        rig.database.breakNextCommit(true);

        Submitted submitted = submitGroupOnly();

        assertEquals("NEW", rig.status(submitted.id()));
        assertEquals("1", rig.database.row("select count(*) from queued_action"));
    }

    @Test
    void f7SaysThatNobodyKnowsWhereNothingWasStoredAndTakesTheKeyTheNextTime() {
        rig.database.breakNextCommit(false);
        DatabaseException thrown = assertThrows(DatabaseException.class, this::submitGroupOnly);
        assertEquals(DatabaseProblem.OUTCOME_UNKNOWN, thrown.problem());

        Submitted again = submit("key-1");
        Submitted third = submit("key-1");

        assertTrue(again.created());
        assertFalse(third.created());
        assertEquals(again.id(), third.id());
        assertEquals("1", rig.database.row("select count(*) from queued_action"));
    }

    @Test
    void givesEachOfManyThreadsTheIdOfItsOwnRow() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Long>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String key = i % 50 == 0 ? "same" : "key-" + i;
            all.add(() -> {
                long id = submit(key).id();
                assertEquals(key, rig.database.row("select idempotency_key from queued_action where id = ?", id));
                return id;
            });
        }

        List<Long> ids = new ArrayList<>();
        for (Future<Long> id : threads.invokeAll(all)) {
            ids.add(id.get(60, TimeUnit.SECONDS));
        }
        threads.shutdown();

        assertEquals(197, new HashSet<>(ids).size());
        assertEquals("197", rig.database.row("select count(*) from queued_action"));
        assertEquals("197", rig.database.row("select count(distinct queued_action_id) from action_transition"));
    }

    private Submitted submit(String key) {
        return rig.submit.submit(new ActionRequest("pbx1", "Ping", "{}", null, null, null, key), "test", false);
    }

    /** Without a key there is no look before the insert, so that the first commit is the one of the row. */
    private Submitted submitGroupOnly() {
        return submit(null);
    }

    /** Each insert of a transition fails with this error where the condition holds. */
    private static void force(int error, String state, String condition) throws SQLException {
        asOwner("drop trigger if exists forced_error");
        asOwner("create trigger forced_error before insert on action_transition for each row if " + condition
                + " then signal sqlstate '" + state + "' set mysql_errno = " + error
                + ", message_text = 'forced'; end if");
    }

    private static void asOwner(String sql) throws SQLException {
        try (Connection owner = TestDatabase.connect("owner");
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
