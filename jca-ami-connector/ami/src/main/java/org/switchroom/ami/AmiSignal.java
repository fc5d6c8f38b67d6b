package org.switchroom.ami;

import java.time.Instant;

/**
 * What a server's event stream tells, in order: its events, and what happened to the stream itself. A gap or a loss stands at
 * the very place in the order where events are missing, so that a handler can resynchronise.
 */
public sealed interface AmiSignal
        permits AmiEvent, AmiSignal.StreamOpened, AmiSignal.StreamLost, AmiSignal.StreamGap, AmiSignal.StreamRefused {

    /** When this machine saw it (wall clock, for display and for lag; never for deadlines). */
    Instant receivedAt();

    /**
     * The event socket is logged in and the server has said FullyBooted. All that was known of the server before may be stale.
     *
     * @param amiVersion version in the banner, for example {@code 11.0.0}
     * @param asteriskVersion version of Asterisk, for example {@code 22.10.1}, or an empty string where it is not known
     */
    record StreamOpened(Instant receivedAt, String amiVersion, String asteriskVersion) implements AmiSignal {}

    /** The event socket was lost; events from now on are missing until the next {@link StreamOpened}. */
    record StreamLost(Instant receivedAt, String reason) implements AmiSignal {}

    /** A number of events was dropped at this place, because the buffer was full or a frame could not be read. */
    record StreamGap(Instant receivedAt, long droppedCount) implements AmiSignal {}

    /**
     * An attempt to connect failed; told at each attempt.
     *
     * @param problem what is wrong, as the connection test names it
     */
    record StreamRefused(Instant receivedAt, AmiProblem problem, String detail) implements AmiSignal {}
}
