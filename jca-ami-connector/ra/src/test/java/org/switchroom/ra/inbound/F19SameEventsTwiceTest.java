package org.switchroom.ra.inbound;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.switchroom.ami.AmiBatch;
import org.switchroom.ami.fake.FakeAsterisk;
import org.switchroom.ra.Servers;

/** F19: a transaction is rolled back and its batch comes again; its number tells that it is the same. */
class F19SameEventsTwiceTest {
    private static final int EVENTS = 5000;

    @RegisterExtension
    private final AdapterRig rig = new AdapterRig();

    private final FakeAsterisk pbx1 = Servers.fake();
    private final List<AmiBatch> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        pbx1.close();
    }

    @Test
    void aBatchThatComesAgainIsTheSame() {
        AtomicInteger deliveries = new AtomicInteger();
        rig.join(Servers.events("pbx1", pbx1));
        rig.bean().before(batch -> {
            seen.add(batch);
            if (deliveries.incrementAndGet() % 2 == 1) {
                throw new IllegalStateException("rolled back");
            }
        });

        pbx1.flood(EVENTS, 20_000);

        await().until(() -> rig.numbers("pbx1").size() == EVENTS);
        assertEquals(AdapterRig.upTo(EVENTS), rig.numbers("pbx1"));
        TreeMap<Long, List<AmiBatch>> bySequence = new TreeMap<>();
        seen.forEach(batch -> bySequence
                .computeIfAbsent(batch.sequence(), key -> new ArrayList<>())
                .add(batch));
        bySequence.values().forEach(same -> same.forEach(batch -> assertEquals(same.get(0), batch)));
        assertTrue(bySequence.values().stream().anyMatch(same -> same.size() > 1));
    }
}
