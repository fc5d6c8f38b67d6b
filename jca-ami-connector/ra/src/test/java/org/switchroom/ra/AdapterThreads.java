package org.switchroom.ra;

import java.util.List;

/** The adapter's threads that run now. */
public final class AdapterThreads {
    private AdapterThreads() {}

    /** Names of all threads of the adapter; the session's deadline thread is left out, as it ends by itself a second later. */
    public static List<String> names() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("ami-") && !name.equals("ami-deadlines"))
                .sorted()
                .toList();
    }
}
