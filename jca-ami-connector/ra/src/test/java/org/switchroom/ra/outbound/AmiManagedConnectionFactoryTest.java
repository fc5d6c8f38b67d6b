package org.switchroom.ra.outbound;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.resource.ResourceException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiConnectException;
import org.switchroom.ami.AmiConnection;
import org.switchroom.ami.AmiNotSentException;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.fake.FakeAsterisk;
import org.switchroom.ra.AmiResourceAdapter;
import org.switchroom.ra.Servers;
import org.switchroom.ra.StubBootstrap;

class AmiManagedConnectionFactoryTest {
    private static final AmiAction SHOW = AmiAction.of("CoreShowChannels");

    private final AmiResourceAdapter adapter = new AmiResourceAdapter();
    private final AmiManagedConnectionFactory factory = new AmiManagedConnectionFactory();
    private final FakeAsterisk pbx1 = Servers.fake();
    private final FakeAsterisk pbx2 = Servers.fake();

    @BeforeEach
    void start() throws ResourceException {
        adapter.start(new StubBootstrap());
        factory.setResourceAdapter(adapter);
    }

    @AfterEach
    void stop() {
        adapter.stop();
        pbx1.close();
        pbx2.close();
    }

    @Test
    void keyOfAPoolIsEqualOnlyForAnEqualServer() {
        AmiServer server = Servers.named("pbx1");
        AmiServer otherSecret = Servers.at("pbx1", 5038, Servers.COMMAND_USER, "changed");
        AmiServer otherUser = Servers.at("pbx1", 5038, "swr-b", Servers.SECRET);

        assertEquals(key(server), key(Servers.named("pbx1")));
        assertEquals(key(server).hashCode(), key(Servers.named("pbx1")).hashCode());
        assertNotEquals(key(server), key(Servers.named("pbx2")));
        assertNotEquals(key(server), key(otherSecret));
        assertNotEquals(key(server), key(otherUser));
        assertFalse(key(server).toString().contains(Servers.SECRET));
    }

    @Test
    void neverMatchesAConnectionOfAnotherServer() throws ResourceException {
        AmiManagedConnection one = open(Servers.commands("pbx1", pbx1));
        AmiManagedConnection two = open(Servers.commands("pbx2", pbx2));
        Set<Object> pool = new HashSet<>(Set.of(one, two));

        assertSame(one, factory.matchManagedConnections(pool, null, key(Servers.commands("pbx1", pbx1))));
        assertSame(two, factory.matchManagedConnections(pool, null, key(Servers.commands("pbx2", pbx2))));
        assertNull(factory.matchManagedConnections(pool, null, key(Servers.commands("pbx3", pbx1))));
        assertThrows(ResourceException.class, () -> one.getConnection(null, key(Servers.commands("pbx2", pbx2))));
    }

    @Test
    void neverMatchesAConnectionThatIsBroken() throws ResourceException {
        AmiServer server = Servers.commands("pbx1", pbx1);
        AmiManagedConnection connection = open(server);
        pbx1.cutAll();

        await().until(() -> !connection.isUsable());

        assertNull(factory.matchManagedConnections(Set.of(connection), null, key(server)));
    }

    @Test
    void tellsTheContainerOnceThatTheSocketIsGone() throws ResourceException {
        RecordingPool pool = new RecordingPool();
        AmiManagedConnection connection = open(Servers.commands("pbx1", pbx1));
        connection.addConnectionEventListener(pool);
        AmiConnection handle = (AmiConnection) connection.getConnection(null, key(connection.server()));

        pbx1.cutAll();
        await().until(() -> pool.errorCount() == 1);

        assertThrows(AmiNotSentException.class, () -> handle.send(SHOW, Duration.ofSeconds(1)));
        assertEquals(1, pool.errorCount());
    }

    @Test
    void findsInvalidWhatDoesNotAnswerWithoutWaitingForEachInTurn() throws ResourceException {
        AmiManagedConnection good = open(Servers.commands("pbx1", pbx1));
        Set<Object> all = new HashSet<>(Set.of(good));
        for (int i = 0; i < 5; i++) {
            all.add(open(Servers.commands("pbx2", pbx2)));
        }
        pbx2.faults().silent(true);
        await().pollDelay(CommandConnections.PULSE.multipliedBy(2).plusMillis(100))
                .until(() -> true);

        long begun = System.nanoTime();
        Set<?> invalid = factory.getInvalidConnections(all);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        assertEquals(5, invalid.size());
        assertFalse(invalid.contains(good));
        assertTrue(took.compareTo(CommandConnections.PING_DEADLINE.plusSeconds(1)) < 0, "took " + took);
    }

    @Test
    void pulseTakesAConnectionOutThatDoesNotAnswer() throws ResourceException {
        RecordingPool pool = new RecordingPool();
        AmiManagedConnection connection = open(Servers.commands("pbx1", pbx1));
        connection.addConnectionEventListener(pool);

        pbx1.faults().silent(true);

        await().atMost(Duration.ofSeconds(8)).until(() -> pool.errorCount() == 1);
        assertFalse(connection.isUsable());
    }

    @Test
    void actionInFlightIsAnsweredAfterDestroyAndThenTheSocketCloses() throws Exception {
        AmiManagedConnection connection = open(Servers.commands("pbx1", pbx1));
        AmiConnection handle = (AmiConnection) connection.getConnection(null, key(connection.server()));
        pbx1.faults().responseDelay(Duration.ofMillis(300));
        CompletableFuture<AmiResponse> answer = handle.send(AmiAction.of("Ping"), Duration.ofSeconds(5));
        handle.close();

        connection.cleanup();
        connection.destroy();

        assertTrue(answer.get().succeeded());
        await().until(() -> pbx1.connectionCount() == 0);
    }

    @Test
    void saysByNameWhyALoginFails() {
        AmiServer wrong = Servers.at("pbx1", pbx1.port(), Servers.COMMAND_USER, "wrong");

        ResourceException refused = assertThrows(ResourceException.class, () -> open(wrong));

        AmiConnectException cause = assertInstanceOf(AmiConnectException.class, refused.getCause());
        assertEquals(AmiProblem.WRONG_SECRET, cause.problem());
    }

    @Test
    void leavingAServerGivesUpItsConnections() throws ResourceException {
        RecordingPool pool = new RecordingPool();
        AmiManagedConnection connection = open(Servers.commands("pbx1", pbx1));
        AmiManagedConnection other = open(Servers.commands("pbx2", pbx2));
        connection.addConnectionEventListener(pool);
        adapter.streams().join(Servers.events("pbx1", pbx1));

        adapter.streams().leave("pbx1");

        assertEquals(1, pool.errorCount());
        assertFalse(connection.isUsable());
        assertTrue(other.isUsable());
    }

    private static AmiConnectionRequestInfo key(AmiServer server) {
        return new AmiConnectionRequestInfo(server);
    }

    private AmiManagedConnection open(AmiServer server) throws ResourceException {
        return (AmiManagedConnection) factory.createManagedConnection(null, key(server));
    }
}
