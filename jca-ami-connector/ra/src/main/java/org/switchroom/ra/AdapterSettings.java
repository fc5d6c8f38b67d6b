package org.switchroom.ra;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The adapter's configuration, read once at its start.
 *
 * @param bufferSignals most signals that wait for delivery in memory, per server
 * @param bufferBytes most bytes of them, per server
 * @param spillFolder where signals wait that find no room in memory; made when it is needed
 * @param spillBytes most bytes there, per server; 0 drops them instead
 * @param batchSignals most signals in one delivery
 * @param eventPingInterval between the Pings of an event stream; one that misses two is silent
 * @param shortestPause a Ping that waits for longer while nothing is heard, or an event that is held back for longer, is a pause
 * @param connectTimeout for connecting
 * @param loginTimeout from the greeting to the answer to the login
 * @param verifyHostName whether a TLS certificate must be issued for the server's host
 */
public record AdapterSettings(
        int bufferSignals,
        long bufferBytes,
        Path spillFolder,
        long spillBytes,
        int batchSignals,
        Duration eventPingInterval,
        Duration shortestPause,
        Duration connectTimeout,
        Duration loginTimeout,
        boolean verifyHostName) {

    public static final AdapterSettings DEFAULT = new AdapterSettings(
            20_000,
            16L << 20,
            ownFolder(),
            2L << 30,
            500,
            Duration.ofMillis(800),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            true);

    /** @throws IllegalArgumentException names the property, its unit and what it may be */
    public AdapterSettings {
        check("bufferSignals", "signals", bufferSignals, 100, 10_000_000);
        check("bufferBytes", "bytes", bufferBytes, 1 << 16, 4L << 30);
        check("spillBytes", "bytes", spillBytes, 0, 1L << 40);
        check("batchSignals", "signals", batchSignals, 1, bufferSignals);
        check("eventPingIntervalMillis", "ms", eventPingInterval.toMillis(), 100, 60_000);
        check("shortestPauseMillis", "ms", shortestPause.toMillis(), 50, 60_000);
        check("connectTimeoutMillis", "ms", connectTimeout.toMillis(), 10, 60_000);
        check("loginTimeoutMillis", "ms", loginTimeout.toMillis(), 10, 60_000);
    }

    /** The application server's folder for what need not outlive it, or one that no other process uses. */
    static Path ownFolder() {
        String ofServer = System.getProperty("jboss.server.temp.dir");
        return ofServer == null
                ? Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "switchroom-ami-" + ProcessHandle.current().pid())
                : Path.of(ofServer, "switchroom-ami");
    }

    private static void check(String property, String unit, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "%s is %d %s, but may be %d to %d".formatted(property, value, unit, least, most));
        }
    }
}
