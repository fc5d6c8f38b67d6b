package org.switchroom.ra.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ResourceAllocationException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiConnectException;
import org.switchroom.ami.AmiConnection;
import org.switchroom.ami.AmiConnectionFactory;
import org.switchroom.ami.AmiNotSentException;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.AmiServerStatistics;
import org.switchroom.ami.fake.FakeAsterisk;
import org.switchroom.ra.AmiResourceAdapter;
import org.switchroom.ra.Servers;
import org.switchroom.ra.StubBootstrap;

class PooledAmiConnectionFactoryTest {
    private static final AmiAction PING = AmiAction.of("Ping");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AmiResourceAdapter adapter = new AmiResourceAdapter();
    private final AmiManagedConnectionFactory managed = new AmiManagedConnectionFactory();
    private final RecordingPool pool = new RecordingPool();
    private final FakeAsterisk pbx1 = Servers.fake();

    @BeforeEach
    void start() throws ResourceException {
        adapter.start(new StubBootstrap());
        managed.setResourceAdapter(adapter);
    }

    @AfterEach
    void stop() {
        adapter.stop();
        pbx1.close();
    }

    @Test
    void handleGoesBackToThePoolWhileItsActionIsInFlight() throws Exception {
        AmiConnection handle = factory((factory, info) -> open(info)).getConnection(Servers.commands("pbx1", pbx1));
        pbx1.faults().responseDelay(Duration.ofMillis(200));

        CompletableFuture<AmiResponse> answer = handle.send(PING, PATIENCE);
        assertEquals(1, statistics().getPoolInUseCount());
        handle.close();
        handle.close();

        assertEquals(1, pool.closedCount());
        assertEquals(0, statistics().getPoolInUseCount());
        assertEquals(1, statistics().getPoolIdleCount());
        assertTrue(answer.get().succeeded());
        assertThrows(AmiNotSentException.class, () -> handle.send(PING, PATIENCE));
    }

    @Test
    void fullPoolIsToldByNameAndNumbers() {
        AmiConnectionFactory full = factory((factory, info) -> {
            throw new ResourceAllocationException("no managed connections within 2000 ms");
        });

        AmiNotSentException refused =
                assertThrows(AmiNotSentException.class, () -> full.getConnection(Servers.commands("pbx1", pbx1)));

        assertEquals(
                "pbx1: no free connection, 0 in use, 1 waiting (no managed connections within 2000 ms)",
                refused.getMessage());
    }

    @Test
    void causeOfARefusedLoginIsFoundBelowWhatTheContainerWraps() {
        AmiConnectionFactory wrapping = factory((factory, info) -> {
            AmiConnectException cause = new AmiConnectException(AmiProblem.REFUSED, "pbx1: nobody listens", null);
            throw new ResourceException("wrapped", new ResourceException("twice", cause));
        });

        AmiConnectException refused =
                assertThrows(AmiConnectException.class, () -> wrapping.getConnection(Servers.commands("pbx1", pbx1)));

        assertEquals(AmiProblem.REFUSED, refused.problem());
        assertEquals("pbx1: nobody listens", refused.getMessage());
    }

    private AmiConnectionFactory factory(ConnectionManager pools) {
        return (AmiConnectionFactory) managed.createConnectionFactory(pools);
    }

    private Object open(ConnectionRequestInfo info) throws ResourceException {
        AmiManagedConnection connection = (AmiManagedConnection) managed.createManagedConnection(null, info);
        connection.addConnectionEventListener(pool);
        return connection.getConnection(null, info);
    }

    private AmiServerStatistics statistics() {
        return adapter.streams().statistics("pbx1").orElseThrow();
    }
}
