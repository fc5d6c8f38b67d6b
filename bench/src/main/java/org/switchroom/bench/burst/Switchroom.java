package org.switchroom.bench.burst;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ManagedConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiConnection;
import org.switchroom.ami.AmiConnectionFactory;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.AmiServerStatistics;
import org.switchroom.ra.AmiResourceAdapter;
import org.switchroom.ra.inbound.AmiActivationSpec;
import org.switchroom.ra.outbound.AmiManagedConnectionFactory;

/** Switchroom's resource adapter with its shipped settings, but for the folder of its spill and more frequent Pings. */
final class Switchroom implements Contender {
    private static final String NAME = "bench";
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int PING_INTERVAL_MILLIS = 100;

    private final AmiResourceAdapter adapter = new AmiResourceAdapter();
    private final AmiConnectionFactory connections;
    private final AmiServer server;
    private ManagedConnection only;

    Switchroom(int port, Listener listener, Path spillFolder) throws IOException {
        server = new AmiServer(
                NAME, "127.0.0.1", port, AmiServer.Transport.PLAIN, "bench", new AmiServer.Secret("bench"));
        try {
            adapter.setSpillFolder(spillFolder.toString());
            adapter.setEventPingIntervalMillis(PING_INTERVAL_MILLIS);
            adapter.start(new NoContainer());
            adapter.endpointActivation(new ListeningBean(listener), new AmiActivationSpec());
            AmiManagedConnectionFactory managed = new AmiManagedConnectionFactory();
            managed.setResourceAdapter(adapter);
            connections = (AmiConnectionFactory) managed.createConnectionFactory(oneConnection());
        } catch (ResourceException e) {
            throw new IOException(e);
        }
        adapter.streams().join(server);
        while (!figures().getState().equals("UP")) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** A pool of one, as it is shipped. */
    private ConnectionManager oneConnection() {
        return (factory, info) -> {
            if (only == null) {
                only = factory.createManagedConnection(null, info);
            }
            return only.getConnection(null, info);
        };
    }

    AmiServerStatistics figures() {
        return adapter.streams().statistics(NAME).orElseThrow();
    }

    @Override
    public double ping() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (AmiConnection connection = connections.getConnection(server)) {
            connection.send(AmiAction.of("Ping"), TIMEOUT).get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    @Override
    public void close() {
        adapter.stop();
    }
}
