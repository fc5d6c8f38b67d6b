package org.switchroom.common.control;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The work of a timer: runs on an executor and not on the timer's thread, and a tick that comes while the last one works is left
 * out. So ticks never stack, and the container has nothing to warn of.
 */
public final class Tick {
    private final AtomicBoolean working = new AtomicBoolean();
    private final Executor executor;
    private final Runnable work;

    /** @param work what a tick does; handles its own errors */
    public Tick(Executor executor, Runnable work) {
        this.executor = executor;
        this.work = work;
    }

    /** Starts the work unless it is under way; returns at once. */
    public void start() {
        if (working.compareAndSet(false, true)) {
            try {
                executor.execute(this::run);
            } catch (RuntimeException e) {
                working.set(false);
                throw e;
            }
        }
    }

    private void run() {
        try {
            work.run();
        } catch (Throwable e) {
            CommonLog.LOG.tickBroke(e);
            throw e;
        } finally {
            working.set(false);
        }
    }
}
