package org.switchroom.ami.session;

import org.switchroom.ami.AmiEvent;

/**
 * Takes what a session tells, on its reader thread and in order, already while it logs in. Must not block: nothing is read
 * meanwhile, and Asterisk drops a client that does not read. What it throws is counted and otherwise ignored.
 */
public interface SessionListener {
    /** For sessions that only send. */
    SessionListener NONE = event -> {};

    /** An event that belongs to no list. */
    void onEvent(AmiEvent event);

    /**
     * Bytes came, whatever they are; told before what they say.
     *
     * @param nanos on the clock of {@link System#nanoTime()}
     */
    default void onHeard(long nanos) {}

    /** Messages were dropped at this place of the stream, because they broke a limit or could not be read. */
    default void onUnreadable(long count) {}

    /** The session has ended; told once, as the last thing, and only if the login had succeeded. */
    default void onClosed(String reason) {}
}
