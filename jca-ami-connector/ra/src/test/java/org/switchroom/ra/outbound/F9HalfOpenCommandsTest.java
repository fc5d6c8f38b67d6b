package org.switchroom.ra.outbound;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.resource.ResourceException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiConnectException;
import org.switchroom.ami.AmiConnection;
import org.switchroom.ami.AmiLostException;
import org.switchroom.ami.AmiNotSentException;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.AmiTimeoutException;
import org.switchroom.ami.fake.FakeAsterisk;
import org.switchroom.ami.fake.FakeUser;
import org.switchroom.ami.fake.FaultProxy;
import org.switchroom.ra.AmiResourceAdapter;
import org.switchroom.ra.Servers;
import org.switchroom.ra.StubBootstrap;
import org.switchroom.ra.inbound.AmiActivationSpec;
import org.switchroom.ra.inbound.StubEndpoints;

/** F9 and F10 for command connections: the network forgets the socket, and the server still counts its user as logged in. */
class F9HalfOpenCommandsTest {
    private static final String OTHER_USER = "swr-b";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AmiResourceAdapter adapter = new AmiResourceAdapter();
    private final AmiManagedConnectionFactory factory = new AmiManagedConnectionFactory();
    private final FakeAsterisk pbx1 = Servers.fake();
    private final FaultProxy network = FaultProxy.to(pbx1.host(), pbx1.port());

    @BeforeEach
    void start() throws ResourceException {
        pbx1.user(FakeUser.command(Servers.COMMAND_USER, Servers.SECRET).withSingleLogin());
        pbx1.user(FakeUser.command(OTHER_USER, Servers.SECRET).withSingleLogin());
        adapter.start(new StubBootstrap());
        factory.setResourceAdapter(adapter);
    }

    @AfterEach
    void stop() {
        adapter.stop();
        network.close();
        pbx1.close();
    }

    @Test
    void isFoundDeadByItsOwnPingAndTheOtherUserTakesOver() throws ResourceException {
        RecordingPool pool = new RecordingPool();
        AmiManagedConnection connection = open(server(Servers.COMMAND_USER));
        connection.addConnectionEventListener(pool);
        AmiConnection handle = (AmiConnection) connection.getConnection(null, key(connection.server()));
        network.freezePresent();
        CompletableFuture<AmiResponse> answer = handle.send(AmiAction.of("Ping"), PATIENCE);

        await().atMost(Duration.ofSeconds(5)).until(() -> pool.errorCount() == 1);

        ExecutionException failure = assertThrows(ExecutionException.class, answer::get);
        assertInstanceOf(AmiTimeoutException.class, failure.getCause());
        ResourceException refused = assertThrows(ResourceException.class, () -> open(server(Servers.COMMAND_USER)));
        assertEquals(
                AmiProblem.IN_USE,
                assertInstanceOf(AmiConnectException.class, refused.getCause()).problem());
        assertTrue(open(server(OTHER_USER)).isUsable());
    }

    @Test
    void aConnectionIsKeptWhileItsServerIsSilentAltogether() throws ResourceException {
        adapter.endpointActivation(new StubEndpoints(), new AmiActivationSpec());
        adapter.streams().join(server(Servers.EVENT_USER));
        await().until(() -> state().equals("UP"));
        AmiManagedConnection connection = open(server(Servers.COMMAND_USER));

        network.hold();
        await().until(() -> state().equals("SUSPECT"));
        await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
        assertTrue(connection.isUsable());
        network.pass();

        await().until(() -> state().equals("UP"));
        AmiConnection handle = (AmiConnection) connection.getConnection(null, key(connection.server()));
        assertTrue(handle.send(AmiAction.of("Ping"), PATIENCE).join().succeeded());
        assertEquals(1, pbx1.loginCount(Servers.COMMAND_USER));
    }

    @Test
    void silentConnectionsAreGivenUpAsSoonAsAnotherLoginWorks() throws ResourceException {
        adapter.endpointActivation(new StubEndpoints(), new AmiActivationSpec());
        adapter.streams().join(server(Servers.EVENT_USER));
        await().until(() -> state().equals("UP"));
        AmiManagedConnection connection = open(server(Servers.COMMAND_USER));

        network.freezePresent();

        await().atMost(Duration.ofSeconds(5)).until(() -> !connection.isUsable());
        await().atMost(Duration.ofSeconds(5)).until(() -> state().equals("UP"));
    }

    @Test
    void releasingALoginClosesItsSocketsAndNoOthers() throws Exception {
        AmiManagedConnection mine = open(server(Servers.COMMAND_USER));
        AmiManagedConnection other = open(server(OTHER_USER));
        AmiConnection handle = (AmiConnection) mine.getConnection(null, key(mine.server()));
        pbx1.faults().unanswered("CoreShowChannels");
        CompletableFuture<AmiResponse> answer = handle.send(AmiAction.of("CoreShowChannels"), Duration.ofSeconds(30));

        adapter.connections().release(mine.server(), Duration.ofMillis(300));

        assertThrows(AmiNotSentException.class, () -> handle.send(AmiAction.of("Ping"), PATIENCE));
        ExecutionException failure = assertThrows(ExecutionException.class, answer::get);
        assertInstanceOf(AmiLostException.class, failure.getCause());
        await().until(() -> pbx1.loginCount(Servers.COMMAND_USER) == 0);
        assertTrue(other.isUsable());
        assertFalse(mine.isUsable());
        assertTrue(open(server(Servers.COMMAND_USER)).isUsable());
    }

    private String state() {
        return adapter.streams().statistics("pbx1").orElseThrow().getState();
    }

    private AmiServer server(String user) {
        return Servers.at("pbx1", network.port(), user, Servers.SECRET);
    }

    private static AmiConnectionRequestInfo key(AmiServer server) {
        return new AmiConnectionRequestInfo(server);
    }

    private AmiManagedConnection open(AmiServer server) throws ResourceException {
        return (AmiManagedConnection) factory.createManagedConnection(null, key(server));
    }
}
