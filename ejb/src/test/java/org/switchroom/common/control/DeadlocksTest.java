package org.switchroom.common.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlocksTest {
    private static final SQLException DEADLOCK = new SQLException("Deadlock found", "40001", 1213);
    private static final SQLException LOCK_WAIT = new SQLException("Lock wait timeout exceeded", "HY000", 1205);
    private static final SQLException DUPLICATE = new SQLException("Duplicate entry", "23000", 1062);

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void runsAWholeTransactionAgain() {
        String result = Deadlocks.runAgain(() -> {
            if (runs.incrementAndGet() < 3) {
                throw new DatabaseException(runs.get() == 1 ? DEADLOCK : LOCK_WAIT);
            }
            return "done";
        });

        assertEquals("done", result);
        assertEquals(3, runs.get());
    }

    @Test
    void givesUpAfterFiveMoreTries() {
        assertThrows(DatabaseException.class, () -> Deadlocks.runAgain(() -> failing(DEADLOCK)));

        assertEquals(6, runs.get());
    }

    @Test
    void runsNothingAgainThatWouldFailAgain() {
        assertThrows(DatabaseException.class, () -> Deadlocks.runAgain(() -> failing(DUPLICATE)));

        assertEquals(1, runs.get());
    }

    @Test
    void tellsProblemsApartHoweverDeepTheyAre() {
        DatabaseException duplicate = new DatabaseException(new IllegalStateException(
                new BatchUpdateException("Duplicate entry", "23000", 1062, new int[0], DUPLICATE)));

        assertTrue(duplicate.isDuplicateKey());
        assertFalse(duplicate.mayRunAgain());
        assertFalse(duplicate.isOutOfReach());
        assertTrue(new DatabaseException(new SQLException("gone", "08S01")).isOutOfReach());
        assertTrue(new DatabaseException(new SQLException("no connection in pool")).isOutOfReach());
        assertTrue(new DatabaseException(new SQLException("No operations allowed after statement closed.", "S1009"))
                .isOutOfReach());
    }

    @Test
    void tellsAFullPoolFromADatabaseThatIsAway() {
        IllegalStateException inner = new IllegalStateException("IJ000655: No managed connections available");

        assertTrue(new DatabaseException(new SQLException("IJ000453: Unable to get one", inner)).isPoolExhausted());
        assertFalse(new DatabaseException(new SQLException("IJ000453: Unable to get one")).isPoolExhausted());
    }

    private Object failing(SQLException problem) {
        runs.incrementAndGet();
        throw new DatabaseException(problem);
    }
}
