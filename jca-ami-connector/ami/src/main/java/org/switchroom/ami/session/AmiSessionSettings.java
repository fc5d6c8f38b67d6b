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
 * @param connectTimeout for the TCP connection and, once more, for the TLS handshake
 * @param bannerTimeout from the connection to the server's greeting
 * @param loginTimeout from the greeting to the answer to the login, challenge included
 * @param writeTimeout how long a write may block, and how long a sender waits for its turn; the session is closed when a write
 *     takes longer
 * @param closeTimeout how long an orderly close waits for the goodbye
 * @param maxListEvents most events kept of one list
 * @param limits of one message
 * @param sslContext for servers with TLS; null stands for the virtual machine's default
 * @param verifyHostName whether the certificate must be issued for the server's host
 * @param threadFactory makes the reader thread; null stands for a daemon thread
 * @param clock stamps events
 */
public record AmiSessionSettings(
        boolean events,
        Duration connectTimeout,
        Duration bannerTimeout,
        Duration loginTimeout,
        Duration writeTimeout,
        Duration closeTimeout,
        int maxListEvents,
        AmiLimits limits,
        SSLContext sslContext,
        boolean verifyHostName,
        ThreadFactory threadFactory,
        Clock clock) {

    /** A session that sends actions: events are off. */
    public static AmiSessionSettings forCommands() {
        return new AmiSessionSettings(
                false,
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofMillis(500),
                100_000,
                AmiLimits.DEFAULT,
                null,
                true,
                null,
                Clock.systemUTC());
    }

    /** A session that takes events. */
    public static AmiSessionSettings forEvents() {
        return forCommands().withEvents(true);
    }

    public AmiSessionSettings withEvents(boolean on) {
        return new AmiSessionSettings(
                on,
                connectTimeout,
                bannerTimeout,
                loginTimeout,
                writeTimeout,
                closeTimeout,
                maxListEvents,
                limits,
                sslContext,
                verifyHostName,
                threadFactory,
                clock);
    }

    /** The same with other deadlines. */
    public AmiSessionSettings withTimeouts(Duration connect, Duration banner, Duration login, Duration write) {
        return new AmiSessionSettings(
                events,
                connect,
                banner,
                login,
                write,
                closeTimeout,
                maxListEvents,
                limits,
                sslContext,
                verifyHostName,
                threadFactory,
                clock);
    }

    /** The same with other bounds of what one message and one list may hold. */
    public AmiSessionSettings withBounds(AmiLimits messageLimits, int listEvents) {
        return new AmiSessionSettings(
                events,
                connectTimeout,
                bannerTimeout,
                loginTimeout,
                writeTimeout,
                closeTimeout,
                listEvents,
                messageLimits,
                sslContext,
                verifyHostName,
                threadFactory,
                clock);
    }

    public AmiSessionSettings withTls(SSLContext context, boolean hostNameVerified) {
        return new AmiSessionSettings(
                events,
                connectTimeout,
                bannerTimeout,
                loginTimeout,
                writeTimeout,
                closeTimeout,
                maxListEvents,
                limits,
                context,
                hostNameVerified,
                threadFactory,
                clock);
    }

    public AmiSessionSettings withThreadFactory(ThreadFactory factory) {
        return new AmiSessionSettings(
                events,
                connectTimeout,
                bannerTimeout,
                loginTimeout,
                writeTimeout,
                closeTimeout,
                maxListEvents,
                limits,
                sslContext,
                verifyHostName,
                factory,
                clock);
    }
}
