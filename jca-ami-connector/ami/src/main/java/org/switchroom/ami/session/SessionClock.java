package org.switchroom.ami.session;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that looks after the deadlines of all sessions: answers that do not come, writes that block. It ends by
 * itself one second after the last session, so that nothing stays behind when an application is undeployed.
 */
final class SessionClock {
    private static final long PERIOD_MILLIS = 25;
    private static final ScheduledThreadPoolExecutor EXECUTOR = executor();

    private SessionClock() {}

    /** Runs a short task again and again until it is cancelled. */
    static Future<?> every(Runnable task) {
        return EXECUTOR.scheduleWithFixedDelay(task, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static ScheduledThreadPoolExecutor executor() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "ami-deadlines");
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(1, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
