package org.switchroom.ra.inbound;

import java.time.Duration;

/** The times of an event stream that are not configured: promised to the administrator as they are. */
final class StreamSettings {
    static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** After a wrong secret or a missing class nobody but an administrator can help. */
    static final Duration REFUSED_PAUSE = Duration.ofSeconds(5);
    /** Asterisk says FullyBooted right after the login, if the user may read class system. */
    static final Duration FULLY_BOOTED_TIMEOUT = Duration.ofSeconds(5);
    /** How long an answer to Ping is waited for; a server may pause for a while and answer then. */
    static final Duration PING_KEPT = Duration.ofMinutes(1);
    /** Between two tries to log in beside a stream that is silent. */
    static final Duration PROBE_PAUSE = Duration.ofMillis(500);
    /** A stream that held for this long was a good one: the next loss starts with the first pause again. */
    static final Duration STEADY = Duration.ofSeconds(5);

    private StreamSettings() {}
}
