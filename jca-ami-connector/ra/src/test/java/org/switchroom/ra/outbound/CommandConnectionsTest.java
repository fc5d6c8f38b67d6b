package org.switchroom.ra.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiConnectException;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiServer;
import org.switchroom.ra.ManualScheduler;
import org.switchroom.ra.ServerMeters;
import org.switchroom.ra.Servers;
import org.switchroom.ra.StubLines;

class CommandConnectionsTest {
    private final StubLines lines = new StubLines();
    private final ManualScheduler time = new ManualScheduler();
    private final AmiServer server = Servers.named("pbx1");
    private final CommandConnections connections =
            new CommandConnections(lines, new ServerMeters(), time, time::nanoTime);

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void aLoginThatIsReleasedWhileItIsUnderWayLeavesNoSocket() {
        lines.duringLogin(listener -> connections.release(server, Duration.ofSeconds(1)));

        AmiConnectException refused = assertThrows(AmiConnectException.class, () -> connections.open(server));

        time.runDue();
        assertEquals(AmiProblem.LOST, refused.problem());
        assertTrue(lines.last().isLoggedOff());
    }

    @Test
    void aServerThatLeavesWhileALoginIsUnderWayLeavesNoSocket() {
        lines.duringLogin(listener -> connections.retire("pbx1"));

        assertThrows(AmiConnectException.class, () -> connections.open(server));

        time.runDue();
        assertTrue(lines.last().isLoggedOff());
    }

    @Test
    void oneThatIsWantedAgainIsOpenedAnew() {
        connections.release(server, Duration.ofSeconds(1));

        assertTrue(connections.open(server).isUsable());
    }
}
