package org.switchroom.ami;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a server's event stream tells, in order: its events, and what happened to the stream itself. A gap or a loss stands at
 * the very place in the order where events are missing, so that a handler can resynchronise.
 */
public sealed interface AmiSignal
        permits AmiEvent,
                AmiSignal.StreamOpened,
                AmiSignal.StreamLost,
                AmiSignal.StreamGap,
                AmiSignal.StreamRefused,
                AmiSignal.StreamSilent,
                AmiSignal.StreamSpoke,
                AmiSignal.StreamPaused {

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

    /**
     * An open stream has been silent for so long that two Pings were missed. The server may be paused or out of reach: nothing
     * new should be asked of it, and nothing that was known of it is wrong for that reason. Ends with {@link StreamSpoke} or {@link
     * StreamLost}.
     *
     * @param silentSince when the first of these Pings was written
     */
    record StreamSilent(Instant receivedAt, Instant silentSince) implements AmiSignal {}

    /** A stream that was told {@link StreamSilent} is heard again; no event is missing. */
    record StreamSpoke(Instant receivedAt) implements AmiSignal {}

    /**
     * A pause of the server is over: it said nothing at all although it was asked, or it held events back. Told soon after its
     * end, whether or not the stream counted as silent.
     *
     * @param startedAt when the first Ping that was not answered in time was written, or when the held event arose
     * @param length at least the configured shortest pause
     * @param eventDelay longest delay of an event that came with the end of the pause, by the server's own time stamps; empty
     *     where the server sends none (Asterisk: {@code timestampevents})
     * @param eventsPerSecond mean over the ten seconds before it
     */
    record StreamPaused(
            Instant receivedAt,
            Instant startedAt,
            Duration length,
            Optional<Duration> eventDelay,
            double eventsPerSecond)
            implements AmiSignal {}
}
