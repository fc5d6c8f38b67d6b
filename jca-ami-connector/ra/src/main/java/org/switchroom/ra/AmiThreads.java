package org.switchroom.ra;

import java.util.concurrent.ThreadFactory;

/** Makes the adapter's threads: daemons named {@code ami-...} that hold no application's class loader. */
public final class AmiThreads implements ThreadFactory {
    private final String name;

    private AmiThreads(String name) {
        this.name = name;
    }

    /** Threads for one job, for example {@code ami-deliver-pbx1}. */
    public static AmiThreads named(String job) {
        return new AmiThreads("ami-" + job);
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(AmiThreads.class.getClassLoader());
        thread.setUncaughtExceptionHandler((dead, cause) -> AdapterLogger.LOG.threadDied(dead.getName(), cause));
        return thread;
    }
}
