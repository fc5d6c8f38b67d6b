package org.switchroom.common.control;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** What to do when the database rolled a transaction back for the sake of another: run the whole of it again, a few times. */
public final class Deadlocks {
    private static final int MOST_RUNS = 6;
    private static final long SHORTEST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 200;

    private Deadlocks() {}

    /**
     * Runs a whole transaction; after a deadlock or a lock wait (MySQL 1213, 1205) again, at most 5 times with 10 to 200 ms between,
     * the more the oftener it failed.
     *
     * @throws DatabaseException the last problem, or the first that running again does not help
     */
    public static <T> T runAgain(Supplier<T> transaction) {
        for (int run = 1; ; run++) {
            try {
                return transaction.get();
            } catch (DatabaseException e) {
                if (!e.mayRunAgain() || run == MOST_RUNS) {
                    throw e;
                }
                pause(run);
            }
        }
    }

    /** Short at first, because what was in the way is over soon, and others wait behind; longer where it keeps happening. */
    private static void pause(int run) {
        long longest = Math.min(LONGEST_PAUSE_MILLIS, SHORTEST_PAUSE_MILLIS << run);
        long millis = ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_MILLIS, longest + 1);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
