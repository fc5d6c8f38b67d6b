package org.switchroom.ra.inbound;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.switchroom.ami.AmiBatch;
import org.switchroom.ami.AmiServerStatistics;
import org.switchroom.ami.AmiSignal;
import org.switchroom.ami.fake.FakeAsterisk;
import org.switchroom.ra.Servers;

/** F12: as many events as 5,000 a second for a minute make, and a listener that takes 1,000 a second while they come. */
class F12EventFloodTest {
    private static final int EVENTS = 300_000;
    private static final int IN_ONE_PIECE = 500;
    private static final int MOST_IN_MEMORY = 20_000;
    private static final int AT_ONCE_FROM_DISK = 60_000;

    @RegisterExtension
    private final AdapterRig rig = new AdapterRig();

    private final FakeAsterisk pbx1 = Servers.fake();
    private final AtomicInteger mostInMemory = new AtomicInteger();
    private volatile boolean held = true;

    @AfterEach
    void close() {
        pbx1.close();
    }

    @Test
    void losesNothingKeepsTheOrderAndCatchesUp(TestReporter report) {
        rig.join(Servers.events("pbx1", pbx1));
        rig.bean().before(this::hold);

        flood();
        await().atMost(Duration.ofSeconds(60)).until(() -> figures().getEventsInCount() >= EVENTS);
        long spilled = figures().getSpilledCount();
        held = false;
        long begun = System.nanoTime();
        await().atMost(Duration.ofSeconds(60)).until(() -> figures().getDeliveredCount() >= EVENTS + 2L);
        Duration took = AdapterRig.since(begun);
        pbx1.sendEvent("UserEvent", "user", "UserEvent", "Flood", "Number", Integer.toString(EVENTS + 1));
        await().until(() -> figures().getDeliveredCount() >= EVENTS + 3L);

        report.publishEntry(
                "F12",
                "%d of %d on disk, caught up %.0f a second"
                        .formatted(spilled, EVENTS, EVENTS * 1000.0 / took.toMillis()));
        assertEquals(AdapterRig.upTo(EVENTS + 1), rig.numbers("pbx1"));
        assertEquals(0, rig.count("pbx1", AmiSignal.StreamGap.class));
        assertEquals(0, figures().getDroppedEventsCount());
        assertTrue(spilled > EVENTS / 2, "spilled " + spilled);
        assertTrue(mostInMemory.get() <= MOST_IN_MEMORY + AT_ONCE_FROM_DISK, "in memory " + mostInMemory);
        assertTrue(figures().getLagMillis() < 2000, "lag " + figures().getLagMillis());
        assertEquals(0, figures().getSpilledBytes());
        assertEquals(1, rig.opened("pbx1"));
    }

    private AmiServerStatistics figures() {
        return rig.figures("pbx1");
    }

    private void flood() {
        for (int first = 1; first <= EVENTS; first += IN_ONE_PIECE) {
            StringBuilder piece = new StringBuilder();
            for (int number = first; number < first + IN_ONE_PIECE; number++) {
                piece.append("Event: UserEvent\r\nPrivilege: user,all\r\nNumber: ")
                        .append(number)
                        .append("\r\n\r\n");
            }
            pbx1.sendRaw(piece.toString().getBytes(US_ASCII));
        }
    }

    private void hold(AmiBatch batch) {
        mostInMemory.accumulateAndGet(figures().getBufferedCount(), Math::max);
        long until = System.nanoTime()
                + TimeUnit.MILLISECONDS.toNanos(batch.signals().size());
        while (held && System.nanoTime() < until) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
