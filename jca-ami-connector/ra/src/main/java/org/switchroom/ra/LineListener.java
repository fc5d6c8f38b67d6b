package org.switchroom.ra;

import org.switchroom.ami.AmiEvent;

/** Hears what comes in on a {@link Line}. Called on the line's reader thread, which must not be held up. */
public interface LineListener {

    /**
     * Bytes came, whatever they are; told before what they say, and also before the line itself is known.
     *
     * @param nanos on the monotonic clock
     */
    default void onHeard(long nanos) {}

    /** An event, in order; may come before the line itself is known. */
    default void onEvent(AmiEvent event) {}

    /** Frames could not be read and were skipped at this place. */
    default void onUnreadable(long count) {}

    /** The line is gone without our having closed it; told once, as the last thing. */
    void onLost(String reason);
}
