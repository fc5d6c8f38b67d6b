package org.switchroom.ra.inbound;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import jakarta.resource.ResourceException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.fake.FakeAsterisk;
import org.switchroom.ra.AdapterThreads;
import org.switchroom.ra.Servers;
import org.switchroom.ra.outbound.Flushes;

/** F28: the adapter is redeployed ten times, its pool flushed a hundred times. */
class F28LeaksTest {
    private static final UnixOperatingSystemMXBean SYSTEM =
            (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final FakeAsterisk pbx1 = Servers.fake();

    @AfterEach
    void close() {
        pbx1.close();
    }

    @Test
    void neitherThreadNorSocketNorFileIsLeft() throws ResourceException {
        life();
        await().until(() -> pbx1.connectionCount() == 0);
        long before = SYSTEM.getOpenFileDescriptorCount();

        for (int i = 0; i < 10; i++) {
            life();
        }

        await().atMost(Duration.ofSeconds(3)).until(() -> AdapterThreads.names().equals(List.of()));
        await().until(() -> pbx1.connectionCount() == 0);
        assertEquals(0, pbx1.loginCount(Servers.COMMAND_USER) + pbx1.loginCount(Servers.EVENT_USER));
        await().until(() -> SYSTEM.getOpenFileDescriptorCount() <= before);
        assertTrue(pbx1.frames("Login").size() >= 110);
    }

    /** From start to stop, with ten flushes and something on disk at the end. */
    private void life() throws ResourceException {
        AdapterRig rig = new AdapterRig();
        rig.adapter().setBufferSignals(100);
        rig.adapter().setBatchSignals(100);
        rig.start();
        rig.join(Servers.events("pbx1", pbx1));
        AmiServer commands = Servers.commands("pbx1", pbx1);
        Flushes.open(rig.adapter(), commands, 10);
        rig.bean().before(batch -> {
            throw new IllegalStateException("never taken");
        });
        pbx1.flood(5000, 1_000_000);
        await().until(() -> rig.figures("pbx1").getSpilledCount() > 0);
        rig.adapter().stop();
    }
}
