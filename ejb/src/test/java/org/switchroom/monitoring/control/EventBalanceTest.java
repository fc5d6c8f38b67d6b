package org.switchroom.monitoring.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiEventStreams;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.AmiServerStatistics;
import org.switchroom.server.control.AppliedEvents;
import org.switchroom.server.control.Servers;

class EventBalanceTest {
    private long in;
    private long applied;
    private long dropped;
    private int buffered;

    private final AppliedEvents counted = new AppliedEvents() {
        @Override
        public long count(String serverName) {
            return applied;
        }
    };
    private final EventBalance balance = new EventBalance(new Streams(), counted, Servers.up("pbx1"));

    /** An adapter that has only these figures. */
    private final class Streams implements AmiEventStreams {
        @Override
        public void join(AmiServer server) {}

        @Override
        public void leave(String serverName) {}

        @Override
        public Set<String> joined() {
            return Set.of("pbx1");
        }

        @Override
        public Optional<AmiServerStatistics> statistics(String serverName) {
            Map<String, Object> figures = Map.of(
                    "getServerName", "pbx1",
                    "getEventsInCount", in,
                    "getDroppedEventsCount", dropped,
                    "getBufferedCount", buffered,
                    "getSpilledCount", 0L);
            return Optional.of((AmiServerStatistics) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {AmiServerStatistics.class},
                    (proxy, method, values) -> figures.get(method.getName())));
        }
    }

    @Test
    void comesOutEvenWhenWhatCameInIsAppliedOrDropped() {
        in = 500;
        rest();

        in += 100;
        applied += 90;
        dropped += 10;
        rest();

        assertEquals(List.of(), balance.offenders());
    }

    @Test
    void namesTheServerWhoseEventsAreMissing() {
        rest();

        in += 100;
        applied += 97;
        rest();

        assertEquals(1, balance.offenders().size());
        assertTrue(balance.offenders().get(0).startsWith("pbx1: 100 events came in, 97 were applied"));
        assertTrue(balance.offenders().get(0).endsWith("3 are missing"));
    }

    @Test
    void namesTheServerWhoseEventsWereAppliedTwice() {
        rest();

        in += 100;
        applied += 101;
        rest();

        assertTrue(balance.offenders().get(0).endsWith("1 are too many"));
    }

    @Test
    void waitsForAMomentOfRestBeforeItJudgesAFew() {
        rest();

        for (int i = 0; i < 30; i++) {
            in += 1000;
            applied += 1000 - (i == 0 ? 40 : 0);
            balance.sample();
        }
        assertEquals(List.of(), balance.offenders());

        rest();
        assertEquals(1, balance.offenders().size());
    }

    @Test
    void judgesManyThatAreMissingWhileEventsFlow() {
        rest();

        in += 10_000;
        applied += 1_000;
        balance.sample();

        assertEquals(1, balance.offenders().size());
    }

    @Test
    void beginsAnewWhenTheAdapterDoes() {
        in = 5_000;
        rest();

        in = 3;
        rest();
        in += 5;
        applied += 5;
        rest();

        assertEquals(List.of(), balance.offenders());
    }

    /** Two samples with nothing between them. */
    private void rest() {
        balance.sample();
        balance.sample();
    }
}
