package org.switchroom.common.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Two thirds of the database's connections are for what pages and programs ask; the rest is left to leases, the sender and events, which
 * must go on when too many ask, or when those that ask hang. Safe for use by many threads.
 */
@ApplicationScoped
public class DatabaseTurns {
    /** As long as turns are taken and given back it is worth waiting for one; when all stand still it is not. */
    private static final long STANDSTILL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final int most;
    private final Semaphore free;
    private volatile long movedAtNanos = System.nanoTime();
    private final ThreadLocal<Boolean> inTurn = ThreadLocal.withInitial(() -> false);

    public DatabaseTurns() {
        this(ConnectionPool.most());
    }

    DatabaseTurns(int connections) {
        most = Math.max(1, connections * 2 / 3);
        free = new Semaphore(most);
    }

    /**
     * Runs the work in its turn; within a turn it runs at once.
     *
     * @param waitNanos how long it may wait for its turn
     * @throws DatabaseException if its turn did not come in time; the work was not begun
     */
    <T> T take(long waitNanos, Callable<T> work) throws Exception {
        if (inTurn.get()) {
            return work.call();
        }
        long patience = Math.min(waitNanos, movedAtNanos + STANDSTILL_NANOS - System.nanoTime());
        if (!free.tryAcquire(Math.max(0, patience), TimeUnit.NANOSECONDS)) {
            throw DatabaseException.poolExhausted("requests have all " + most + " that are for them");
        }
        movedAtNanos = System.nanoTime();
        inTurn.set(true);
        try {
            return work.call();
        } finally {
            inTurn.remove();
            movedAtNanos = System.nanoTime();
            free.release();
        }
    }
}
