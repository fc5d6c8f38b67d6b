package org.switchroom.ra;

import java.time.Duration;

/** Does things later, one at a time. Tests drive it by hand. */
public interface Scheduler extends AutoCloseable {

    /** Runs the task after the delay; ignored once closed. */
    void after(Duration delay, Runnable task);

    /** Drops what has not begun and interrupts what runs; returns at once. */
    @Override
    void close();
}
