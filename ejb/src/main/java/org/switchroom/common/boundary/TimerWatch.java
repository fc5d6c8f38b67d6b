package org.switchroom.common.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that looks after the timers, by the monotonic clock. It is not the server's scheduled executor, which others can keep busy,
 * and which writes an error for each task that it refuses while the server stops.
 */
@ApplicationScoped
public class TimerWatch {
    private static final long EVERY_MILLIS = 1000;

    @Resource
    private ManagedThreadFactory threads;

    private ScheduledThreadPoolExecutor executor;

    @PostConstruct
    void start() {
        executor = new ScheduledThreadPoolExecutor(1, threads);
        executor.setRemoveOnCancelPolicy(true);
    }

    /** Looks once a second until it is cancelled. @param look handles its own errors */
    Future<?> watch(Runnable look) {
        return executor.scheduleWithFixedDelay(look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }
}
