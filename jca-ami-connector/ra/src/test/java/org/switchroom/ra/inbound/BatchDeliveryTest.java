package org.switchroom.ra.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiBatch;
import org.switchroom.ra.Backoff;
import org.switchroom.ra.ServerMeter;
import org.switchroom.ra.StubEvent;

class BatchDeliveryTest {
    private static final Clock TWO_SECONDS_LATER = Clock.fixed(Instant.EPOCH.plusSeconds(2), ZoneOffset.UTC);

    private final ServerMeter meter = new ServerMeter("pbx1");
    private final SignalBuffer buffer = new SignalBuffer("pbx1", 1000, 1 << 20, Spill.none(), meter, TWO_SECONDS_LATER);
    private final List<AmiBatch> tried = new ArrayList<>();
    private final List<AmiBatch> taken = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private int failuresToCome;
    private int pausesBeforeStop = Integer.MAX_VALUE;

    @Test
    void deliversInOrderAndNumbersSignals() {
        events(5);
        run();

        assertEquals(List.of(1L, 3L, 5L), taken.stream().map(AmiBatch::sequence).toList());
        assertEquals(List.of(event(3), event(4)), taken.get(1).signals());
        assertEquals(2000, meter.getLagMillis());
    }

    @Test
    void deliversAFailedBatchAgainAsItWasAndNothingElseBefore() {
        events(4);
        failuresToCome = 7;
        run();

        assertEquals(9, tried.size());
        assertEquals(1, tried.subList(0, 8).stream().distinct().count());
        assertEquals(List.of(1L, 3L), taken.stream().map(AmiBatch::sequence).toList());
        assertEquals(7, meter.getDeliveryFailuresCount());
    }

    @Test
    void waitsLongerAfterEachFailureUpToFiveSeconds() {
        events(1);
        failuresToCome = 9;
        run();

        assertEquals(
                List.of(50L, 100L, 200L, 400L, 800L, 1600L, 3200L, 5000L, 5000L),
                pauses.stream().map(Duration::toMillis).toList());
    }

    @Test
    void endsBetweenTwoTriesWhenItIsToStop() {
        events(4);
        failuresToCome = 100;
        pausesBeforeStop = 3;
        run();

        assertEquals(3, tried.size());
        assertEquals(List.of(), taken);
    }

    private void events(int count) {
        for (int i = 1; i <= count; i++) {
            buffer.event(event(i));
        }
        buffer.end();
    }

    private static StubEvent event(int number) {
        return StubEvent.numbered(number);
    }

    private void run() {
        Backoff backoff = new Backoff(StreamSettings.FIRST_PAUSE, StreamSettings.LONGEST_PAUSE, () -> 0);
        new BatchDelivery(
                        "pbx1",
                        buffer,
                        new Sink(),
                        meter,
                        TWO_SECONDS_LATER,
                        2,
                        new AtomicLong(1),
                        backoff,
                        this::pause)
                .run();
    }

    private boolean pause(Duration duration) {
        pauses.add(duration);
        return pauses.size() < pausesBeforeStop;
    }

    private final class Sink implements BatchSink {

        @Override
        public void deliver(AmiBatch batch) {
            tried.add(batch);
            if (failuresToCome-- > 0) {
                throw new UndeliveredException("as told", null);
            }
            taken.add(batch);
        }

        @Override
        public void close() {
            // nothing to give back
        }
    }
}
