package org.switchroom.queue.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.switchroom.endpoint.boundary.DialPlan;
import org.switchroom.endpoint.control.DialPlanSnapshot;
import org.switchroom.endpoint.entity.Endpoint;
import org.switchroom.endpoint.entity.Technology;
import org.switchroom.server.control.ServerDirectory;
import org.switchroom.server.control.ServerFacts;
import org.switchroom.server.control.Servers;

class ServerLanesTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final LaneKey CARRIER = new LaneKey("pbx1", true, "PJSIP/carrier");
    private static final LaneKey OTHERS = LaneKey.of("pbx1", true);

    private final ServerDirectory directory = Servers.up("pbx1");
    private final ServerFacts server = directory.find("pbx1").orElseThrow();
    private final ServerLanes lanes = new ServerLanes(directory, new LimitedCarrier());

    private static final class LimitedCarrier extends DialPlan {
        private final DialPlanSnapshot snapshot;

        LimitedCarrier() {
            Endpoint carrier = Endpoint.trunk("pbx1", Technology.PJSIP, "carrier", "[0-9]{2,16}");
            carrier.limitOriginates(5);
            snapshot = DialPlanSnapshot.of(
                    List.of(carrier, Endpoint.trunk("pbx1", Technology.PJSIP, "free", "[0-9]{2,16}")), List.of());
        }

        @Override
        public DialPlanSnapshot current() {
            return snapshot;
        }
    }

    @Test
    void hasALaneForEachTrunkWithALimitOfItsOwn() {
        assertEquals(List.of(LaneKey.of("pbx1", false), OTHERS, CARRIER), lanes.all());
    }

    @Test
    void holdsATrunkAtItsLimitAndNoOther() {
        int carrier = 0;
        int others = 0;
        for (long now = 0; now <= 10 * SECOND; now += SECOND / 50) {
            carrier += take(CARRIER, now);
            others += take(OTHERS, now);
        }

        assertTrue(carrier >= 35 && carrier <= 52, "carrier " + carrier);
        assertTrue(others >= 145, "others " + others);
        assertTrue(carrier + others <= 10 * 20 + 5, "the server's limit counts for both");
    }

    @Test
    void servesWhatIsNotRatedFirstAndEachTrunkInItsTurn() {
        List<LaneKey> due = lanes.all();

        LaneKey first = lanes.inTurn(due).get(1);
        LaneKey next = lanes.inTurn(due).get(1);

        assertEquals(LaneKey.of("pbx1", false), lanes.inTurn(due).get(0));
        assertTrue(!first.equals(next), "in turn");
    }

    private int take(LaneKey lane, long now) {
        int allowed = lanes.allowance(server, lane, now);
        lanes.use(lane, allowed, now);
        return allowed;
    }
}
