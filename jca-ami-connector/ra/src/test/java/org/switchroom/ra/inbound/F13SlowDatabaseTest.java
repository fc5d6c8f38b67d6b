package org.switchroom.ra.inbound;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.switchroom.ami.AmiSignal;
import org.switchroom.ami.fake.FakeAsterisk;
import org.switchroom.ra.Servers;

/** F13: each transaction takes 200 ms, and the server drops clients that leave a write blocked for 100 ms, as Asterisk does. */
class F13SlowDatabaseTest {
    private static final long WRITE_NANOS = Duration.ofMillis(200).toNanos();
    private static final int EVENTS = 10_000;

    @RegisterExtension
    private final AdapterRig rig = new AdapterRig();

    private final FakeAsterisk pbx1 = Servers.fake();

    @AfterEach
    void close() {
        pbx1.close();
    }

    @Test
    void theReaderNeverWaitsForTheListener() {
        pbx1.faults().writeTimeout(Duration.ofMillis(100));
        rig.join(Servers.events("pbx1", pbx1));
        rig.bean().before(batch -> slowly());

        pbx1.flood(EVENTS, 5000);

        await().atMost(Duration.ofSeconds(20)).until(() -> rig.numbers("pbx1").size() == EVENTS);
        assertEquals(AdapterRig.upTo(EVENTS), rig.numbers("pbx1"));
        assertEquals(0, rig.count("pbx1", AmiSignal.StreamLost.class));
        assertEquals(1, pbx1.frames("Login").size());
    }

    private static void slowly() {
        long until = System.nanoTime() + WRITE_NANOS;
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(WRITE_NANOS / 10);
        }
    }
}
