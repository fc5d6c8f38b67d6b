package org.switchroom.ra;

import java.time.Duration;

/**
 * The adapter's configuration, read once at its start.
 *
 * @param bufferSignals most signals that wait for delivery, per server
 * @param bufferBytes most bytes of them, per server
 * @param batchSignals most signals in one delivery
 * @param eventPingInterval between the Pings of an event stream
 * @param eventPingTimeout without an answer for this long an event stream counts as lost
 * @param connectTimeout for connecting
 * @param loginTimeout from the greeting to the answer to the login
 * @param verifyHostName whether a TLS certificate must be issued for the server's host
 */
public record AdapterSettings(
        int bufferSignals,
        long bufferBytes,
        int batchSignals,
        Duration eventPingInterval,
        Duration eventPingTimeout,
        Duration connectTimeout,
        Duration loginTimeout,
        boolean verifyHostName) {

    public static final AdapterSettings DEFAULT = new AdapterSettings(
            100_000,
            64L << 20,
            500,
            Duration.ofSeconds(3),
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            true);

    /** @throws IllegalArgumentException names the property, its unit and what it may be */
    public AdapterSettings {
        check("bufferSignals", "signals", bufferSignals, 100, 10_000_000);
        check("bufferBytes", "bytes", bufferBytes, 1 << 16, 4L << 30);
        check("batchSignals", "signals", batchSignals, 1, bufferSignals);
        check("eventPingIntervalMillis", "ms", eventPingInterval.toMillis(), 100, 60_000);
        check("eventPingTimeoutMillis", "ms", eventPingTimeout.toMillis(), 100, 60_000);
        check("connectTimeoutMillis", "ms", connectTimeout.toMillis(), 10, 60_000);
        check("loginTimeoutMillis", "ms", loginTimeout.toMillis(), 10, 60_000);
    }

    private static void check(String property, String unit, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s is %d %s, but may be %d to %d".formatted(property, value, unit, least, most));
        }
    }
}
