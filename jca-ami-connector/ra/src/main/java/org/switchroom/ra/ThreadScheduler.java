package org.switchroom.ra;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A scheduler with a thread of its own. */
public final class ThreadScheduler implements Scheduler {
    private final ScheduledThreadPoolExecutor executor;

    /** @param job names the thread, for example {@code stream-pbx1} */
    public ThreadScheduler(String job) {
        executor = new ScheduledThreadPoolExecutor(1, AmiThreads.named(job));
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        try {
            executor.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            AdapterLogger.LOG.tracef(closed, "scheduler is closed");
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            AdapterLogger.LOG.threadDied(Thread.currentThread().getName(), e);
        }
    }
}
