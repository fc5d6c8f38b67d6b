package org.switchroom.ra.inbound;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.switchroom.ami.AmiSignal;
import org.switchroom.ami.fake.FakeAsterisk;
import org.switchroom.ami.fake.FaultProxy;
import org.switchroom.ra.Servers;

/** F9: the network forgets our sockets and tells nobody; new ones work. */
class F9HalfOpenStreamTest {
    private static final Duration SUSPECT_WITHIN = Duration.ofSeconds(3);
    private static final Duration WORKING_WITHIN = Duration.ofSeconds(5);

    @RegisterExtension
    private final AdapterRig rig = new AdapterRig();

    private final FakeAsterisk pbx1 = Servers.fake();
    private final FaultProxy network = FaultProxy.to(pbx1.host(), pbx1.port());

    @BeforeEach
    void open() {
        rig.join(Servers.at("pbx1", network.port(), Servers.EVENT_USER, Servers.SECRET));
    }

    @AfterEach
    void close() {
        network.close();
        pbx1.close();
    }

    @Test
    void isSuspectAndThenWorksAgainOnASecondLogin(TestReporter report) {
        long begun = System.nanoTime();
        network.freezePresent();

        await().pollInterval(Duration.ofMillis(10)).until(() -> rig.count("pbx1", AmiSignal.StreamSilent.class) == 1);
        Duration suspect = AdapterRig.since(begun);
        await().pollInterval(Duration.ofMillis(10)).until(() -> rig.opened("pbx1") == 2);
        Duration working = AdapterRig.since(begun);
        pbx1.flood(10, 1000);

        await().until(() -> rig.numbers("pbx1").size() == 10);
        report.publishEntry(
                "F9", "suspect after " + suspect.toMillis() + " ms, working after " + working.toMillis() + " ms");
        assertTrue(suspect.compareTo(SUSPECT_WITHIN) < 0, "suspect after " + suspect);
        assertTrue(working.compareTo(WORKING_WITHIN) < 0, "working after " + working);
        assertEquals(1, rig.count("pbx1", AmiSignal.StreamLost.class));
        assertEquals("UP", rig.figures("pbx1").getState());
    }

    @Test
    void aServerThatIsPausedAndDoesNotGreetKeepsItsStream() {
        network.hold();
        await().until(() -> rig.count("pbx1", AmiSignal.StreamSilent.class) == 1);
        await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
        pbx1.flood(1000, 100_000);

        network.pass();

        await().until(() -> rig.numbers("pbx1").size() == 1000);
        await().until(() -> rig.count("pbx1", AmiSignal.StreamPaused.class) == 1);
        assertEquals(AdapterRig.upTo(1000), rig.numbers("pbx1"));
        assertEquals(0, rig.count("pbx1", AmiSignal.StreamLost.class));
        assertEquals(1, rig.count("pbx1", AmiSignal.StreamSpoke.class));
        assertEquals(1, rig.opened("pbx1"));
        assertEquals("UP", rig.figures("pbx1").getState());
        assertTrue(rig.figures("pbx1").getLongestPauseMillis() >= 4000);
    }
}
