package org.switchroom.ra.inbound;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.switchroom.ami.AmiSignal;
import org.switchroom.ami.fake.FakeAsterisk;
import org.switchroom.ami.fake.FaultProxy;
import org.switchroom.ra.Servers;

/** F14: the network takes our events so slowly that the server drops us in the middle of a flood. */
class F14SlowReaderTest {
    private static final int EVENTS = 200_000;

    @RegisterExtension
    private final AdapterRig rig = new AdapterRig();

    private final FakeAsterisk pbx1 = Servers.fake();
    private final FaultProxy network = FaultProxy.to(pbx1.host(), pbx1.port());

    @AfterEach
    void close() {
        network.close();
        pbx1.close();
    }

    @Test
    void aLossIsToldInItsPlaceAndTheStreamComesBack() {
        pbx1.faults().writeTimeout(Duration.ofMillis(100));
        rig.join(Servers.at("pbx1", network.port(), Servers.EVENT_USER, Servers.SECRET));

        network.throttle(20_000);
        pbx1.flood(EVENTS, 200_000);
        await().atMost(Duration.ofSeconds(10)).until(() -> pbx1.loginCount(Servers.EVENT_USER) == 0);
        network.pass();
        long begun = System.nanoTime();

        await().until(() -> rig.opened("pbx1") == 2);
        Duration took = AdapterRig.since(begun);
        List<Integer> told = rig.numbers("pbx1");
        assertTrue(took.compareTo(Duration.ofSeconds(10)) < 0, "took " + took);
        assertEquals(1, rig.count("pbx1", AmiSignal.StreamLost.class));
        assertTrue(told.size() < EVENTS);
        assertEquals(AdapterRig.upTo(told.size()), told);
    }
}
