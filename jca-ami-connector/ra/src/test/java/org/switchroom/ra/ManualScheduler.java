package org.switchroom.ra;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A scheduler and a monotonic clock that stand still until they are moved by hand. */
public final class ManualScheduler implements Scheduler {

    private record Due(long at, long order, Runnable task) {}

    private final PriorityQueue<Due> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
    private long now;
    private long order;
    private boolean closed;

    @Override
    public synchronized void after(Duration delay, Runnable task) {
        if (!closed) {
            tasks.add(new Due(now + delay.toNanos(), order++, task));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        tasks.clear();
    }

    public synchronized long nanoTime() {
        return now;
    }

    public boolean isClosed() {
        return closed;
    }

    /** Moves time on and runs, in order, what becomes due. */
    public void advance(Duration duration) {
        long until = nanoTime() + duration.toNanos();
        for (Due due = next(until); due != null; due = next(until)) {
            due.task().run();
        }
        synchronized (this) {
            now = until;
        }
    }

    public void runDue() {
        advance(Duration.ZERO);
    }

    private synchronized Due next(long until) {
        Due first = tasks.peek();
        if (first == null || first.at() > until) {
            return null;
        }
        now = Math.max(now, first.at());
        return tasks.remove();
    }
}
