package org.switchroom.ra;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import org.switchroom.ra.inbound.EventStreams;
import org.switchroom.ra.inbound.StreamConnector;
import org.switchroom.ra.outbound.CommandConnections;

/** The running adapter, from the container's start to its stop. */
final class Adapter implements AutoCloseable {
    private final ServerMeters meters = new ServerMeters();
    private final CommandConnections connections;
    private final EventStreams streams;

    /** @param transactions the container's; null stands for deliveries without transactions */
    Adapter(AdapterSettings settings, Lines lines, Clock clock, TransactionSynchronizationRegistry transactions) {
        connections = new CommandConnections(lines, meters, new ThreadScheduler("pulse"), System::nanoTime);
        streams = new EventStreams(
                settings,
                meters,
                name -> new StreamConnector.Tools(
                        lines,
                        new ThreadScheduler("stream-" + name),
                        new ThreadScheduler("probe-" + name),
                        clock,
                        System::nanoTime,
                        () -> connections.doubt(name)),
                transactions,
                connections::retire);
    }

    CommandConnections connections() {
        return connections;
    }

    EventStreams streams() {
        return streams;
    }

    @Override
    public void close() {
        streams.stop();
        connections.close();
        meters.retireAll();
    }
}
