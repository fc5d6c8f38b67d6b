package org.switchroom.ami.session;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLContext;
import org.switchroom.ami.wire.AmiLimits;

/**
 * How a session behaves.
 *
 * @param events whether the server is asked for events; lists come anyway
 * @param timeouts what is waited for, and for how long
 * @param bounds what is kept of what comes
 * @param tls for servers with TLS
 * @param threadFactory makes the reader thread; null stands for a daemon thread
 * @param clock stamps events
 */
public record AmiSessionSettings(
        boolean events, Timeouts timeouts, Bounds bounds, Tls tls, ThreadFactory threadFactory, Clock clock) {

    /**
     * Deadlines.
     *
     * @param connect for the TCP connection and, once more, for the TLS handshake
     * @param banner from the connection to the server's greeting
     * @param login from the greeting to the answer to the login, challenge included
     * @param write how long a write may block, and how long a sender waits for its turn; the session is closed when a write takes
     *     longer
     * @param close how long an orderly close waits for the goodbye
     */
    public record Timeouts(Duration connect, Duration banner, Duration login, Duration write, Duration close) {}

    /**
     * Most that is kept.
     *
     * @param message of one message
     * @param listEvents events of one list
     */
    public record Bounds(AmiLimits message, int listEvents) {}

    /**
     * How TLS is done.
     *
     * @param context null stands for the virtual machine's default
     * @param verifyHostName whether the certificate must be issued for the server's host
     */
    public record Tls(SSLContext context, boolean verifyHostName) {}

    /** A session that sends actions: events are off. */
    public static AmiSessionSettings forCommands() {
        return new AmiSessionSettings(
                false,
                new Timeouts(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(2),
                        Duration.ofMillis(500)),
                new Bounds(AmiLimits.DEFAULT, 100_000),
                new Tls(null, true),
                null,
                Clock.systemUTC());
    }

    /** A session that takes events. */
    public static AmiSessionSettings forEvents() {
        return forCommands().withEvents(true);
    }

    public AmiSessionSettings withEvents(boolean on) {
        return new AmiSessionSettings(on, timeouts, bounds, tls, threadFactory, clock);
    }

    /** The same with other deadlines. */
    public AmiSessionSettings withTimeouts(Duration connect, Duration banner, Duration login, Duration write) {
        Timeouts other = new Timeouts(connect, banner, login, write, timeouts.close());
        return new AmiSessionSettings(events, other, bounds, tls, threadFactory, clock);
    }

    /** The same with other bounds of what one message and one list may hold. */
    public AmiSessionSettings withBounds(AmiLimits messageLimits, int listEvents) {
        return new AmiSessionSettings(
                events, timeouts, new Bounds(messageLimits, listEvents), tls, threadFactory, clock);
    }

    public AmiSessionSettings withTls(SSLContext context, boolean hostNameVerified) {
        return new AmiSessionSettings(
                events, timeouts, bounds, new Tls(context, hostNameVerified), threadFactory, clock);
    }

    public AmiSessionSettings withThreadFactory(ThreadFactory factory) {
        return new AmiSessionSettings(events, timeouts, bounds, tls, factory, clock);
    }
}
