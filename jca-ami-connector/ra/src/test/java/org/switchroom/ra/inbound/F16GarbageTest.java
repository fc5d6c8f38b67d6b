package org.switchroom.ra.inbound;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.switchroom.ami.AmiSignal;
import org.switchroom.ami.fake.FakeAsterisk;
import org.switchroom.ra.AdapterThreads;
import org.switchroom.ra.Servers;

/** F16: one server talks nonsense; it is counted, a gap stands in its place, and nobody else notices. */
class F16GarbageTest {
    private static final int MEGABYTE = 1_048_576;

    @RegisterExtension
    private final AdapterRig rig = new AdapterRig();

    private final FakeAsterisk pbx1 = Servers.fake();
    private final FakeAsterisk pbx2 = Servers.fake();

    @BeforeEach
    void open() {
        rig.join(Servers.events("pbx1", pbx1));
        rig.join(Servers.events("pbx2", pbx2));
    }

    @AfterEach
    void close() {
        pbx1.close();
        pbx2.close();
    }

    @Test
    void garbageAndHugeLinesAreCountedAndEachLeavesAGap() {
        List<String> threads = AdapterThreads.names();

        pbx1.flood(5, 1000);
        pbx1.sendGarbage();
        pbx1.sendHugeLine(MEGABYTE);
        pbx1.sendRaw("Response: Fancy\r\nActionID: nobody\r\n\r\nJust text\r\n\r\n".getBytes(US_ASCII));
        pbx1.sendEvent("UserEvent", "user", "Number", "6");
        pbx2.flood(10, 1000);

        await().until(() -> rig.numbers("pbx1").size() == 6);
        await().until(() -> rig.numbers("pbx2").size() == 10);
        assertEquals(AdapterRig.upTo(6), rig.numbers("pbx1"));
        assertTrue(rig.figures("pbx1").getUnreadableFramesCount() >= 3);
        assertTrue(rig.count("pbx1", AmiSignal.StreamGap.class) >= 1);
        assertEquals(0, rig.count("pbx2", AmiSignal.StreamGap.class));
        assertEquals(threads, AdapterThreads.names());
    }

    @Test
    void aServerWithoutAGreetingIsTriedAgainAndHoldsUpNobody() {
        pbx1.faults().noBanner(true);
        pbx1.cutAll();

        await().until(() -> rig.count("pbx1", AmiSignal.StreamRefused.class) > 0);
        pbx2.flood(10, 1000);
        await().until(() -> rig.numbers("pbx2").size() == 10);
        pbx1.faults().noBanner(false);

        await().until(() -> rig.opened("pbx1") == 2);
    }
}
