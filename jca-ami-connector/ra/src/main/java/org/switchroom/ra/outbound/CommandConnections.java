package org.switchroom.ra.outbound;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.switchroom.ami.AmiConnectException;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiServer;
import org.switchroom.ra.Backoff;
import org.switchroom.ra.Line;
import org.switchroom.ra.Lines;
import org.switchroom.ra.Scheduler;
import org.switchroom.ra.ServerMeter;
import org.switchroom.ra.ServerMeters;

/**
 * All command connections of the adapter: opens them, feels their pulse and closes what is left at the end. The container's
 * pools hold the same connections; a connection is here from its opening until the container destroys it.
 */
public final class CommandConnections implements AutoCloseable {
    static final Duration PULSE = Duration.ofMillis(500);
    /** Longer than an event stream needs to be found silent: a paused server is known as such before its connections are given up. */
    static final Duration PING_DEADLINE = Duration.ofSeconds(3);

    private static final Duration DOUBT_DEADLINE = Duration.ofMillis(500);

    private final Lines lines;
    private final ServerMeters meters;
    private final Scheduler scheduler;
    private final LongSupplier nanoTime;
    private final Set<AmiManagedConnection> connections = ConcurrentHashMap.newKeySet();
    private final Set<CommandLine> openLines = ConcurrentHashMap.newKeySet();
    private final Map<AmiServer, LoginGate> gates = new ConcurrentHashMap<>();
    private final AtomicLong actionCount = new AtomicLong();
    private final String actionIdPrefix =
            "ra-%08x-".formatted(ThreadLocalRandom.current().nextInt());
    private volatile boolean closed;

    /** @param scheduler is closed together with this */
    public CommandConnections(Lines lines, ServerMeters meters, Scheduler scheduler, LongSupplier nanoTime) {
        this.lines = lines;
        this.meters = meters;
        this.scheduler = scheduler;
        this.nanoTime = nanoTime;
        scheduler.after(PULSE, this::pulse);
    }

    ServerMeter meter(String serverName) {
        return meters.of(serverName);
    }

    /**
     * Opens one. A login that is given up while it is under way is over as soon as it succeeds: nobody would close it later.
     *
     * @throws AmiConnectException with what is wrong by name
     */
    AmiManagedConnection open(AmiServer server) {
        AmiManagedConnection connection = new AmiManagedConnection(server, this);
        LoginGate gate = gate(server);
        Line line = gate.open(() -> lines.open(server, Lines.Purpose.COMMANDS, connection));
        connections.add(connection);
        openLines.add(connection.line());
        connection.line().use(line);
        boolean givenUp = gates.get(server) != gate;
        if (closed || givenUp || !connection.isUsable()) {
            connection.destroy();
            throw new AmiConnectException(
                    AmiProblem.LOST,
                    server.name() + (givenUp ? ": given up during the login" : ": lost right after the login"),
                    null);
        }
        return connection;
    }

    CommandLine newLine(AmiServer server) {
        return new CommandLine(server.name(), meter(server.name()), scheduler, nanoTime, openLines::remove);
    }

    void destroyed(AmiManagedConnection connection) {
        connections.remove(connection);
    }

    String nextActionId() {
        return actionIdPrefix + actionCount.incrementAndGet();
    }

    /**
     * Those of the connections whose server does not answer. All are asked at once, so that a dead server takes no time from
     * the others; one that was heard a moment ago is not asked.
     */
    Set<AmiManagedConnection> invalid(Collection<AmiManagedConnection> asked) {
        Map<AmiManagedConnection, CompletableFuture<Boolean>> probes = new LinkedHashMap<>();
        asked.forEach(connection -> probes.put(connection, probe(connection)));
        Set<AmiManagedConnection> invalid = new HashSet<>();
        probes.forEach((connection, alive) -> {
            if (!alive.join()) {
                invalid.add(connection);
            }
        });
        return invalid;
    }

    /** Gives up all connections to a server, whatever their user; what is in flight may still be answered. */
    public void retire(String serverName) {
        gates.keySet().removeIf(server -> server.name().equals(serverName));
        connections.stream()
                .filter(connection -> connection.server().name().equals(serverName))
                .forEach(AmiManagedConnection::givenUp);
    }

    /**
     * The connections of exactly this login send nothing new; each is closed when nothing is in flight on it, at the latest after
     * {@code atMost}: what is in flight then is lost.
     */
    public void release(AmiServer server, Duration atMost) {
        gates.remove(server);
        connections.stream()
                .filter(connection -> connection.server().equals(server))
                .forEach(connection -> {
                    CommandLine line = connection.line();
                    connection.givenUp();
                    line.retire();
                    scheduler.after(atMost, () -> line.abort("released"));
                });
    }

    /** The server is there, but not on sockets that were silent: those that do not answer within a moment are given up. */
    public void doubt(String serverName) {
        connections.stream()
                .filter(connection -> connection.server().name().equals(serverName))
                .forEach(connection -> connection
                        .line()
                        .probe(Duration.ZERO, DOUBT_DEADLINE, nextActionId())
                        .thenAccept(alive -> {
                            if (!alive) {
                                connection.broken("silent, while another login works");
                            }
                        }));
    }

    /** Closes all sockets at once; what is in flight is lost. */
    @Override
    public void close() {
        closed = true;
        scheduler.close();
        openLines.forEach(line -> line.abort("the adapter stops"));
    }

    private LoginGate gate(AmiServer server) {
        return gates.computeIfAbsent(
                server,
                any -> new LoginGate(
                        nanoTime,
                        new Backoff(
                                LoginGate.FIRST_PAUSE,
                                LoginGate.LONGEST_PAUSE,
                                () -> ThreadLocalRandom.current().nextDouble())));
    }

    /** Silence alone is no proof while the server's event stream is silent too: the server may be paused. */
    private CompletableFuture<Boolean> probe(AmiManagedConnection connection) {
        if (!connection.isUsable()) {
            return CompletableFuture.completedFuture(false);
        }
        CommandLine line = connection.line();
        return line.probe(PULSE.multipliedBy(2), PING_DEADLINE, nextActionId())
                .thenApply(alive -> alive || line.isOpen() && line.meter().isSuspect());
    }

    private void pulse() {
        connections.forEach(connection -> probe(connection).thenAccept(alive -> {
            if (!alive) {
                connection.broken("no answer to Ping within " + PING_DEADLINE.toMillis() + " ms");
            }
        }));
        scheduler.after(PULSE, this::pulse);
    }
}
