package org.switchroom.ra.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiSignal;
import org.switchroom.ami.AmiSignal.StreamGap;
import org.switchroom.ami.AmiSignal.StreamLost;
import org.switchroom.ami.AmiSignal.StreamOpened;
import org.switchroom.ami.AmiSignal.StreamRefused;
import org.switchroom.ra.ServerMeter;
import org.switchroom.ra.StubEvent;

class SignalBufferTest {
    private static final Instant NOW = Instant.EPOCH;

    private final ServerMeter meter = new ServerMeter("pbx1");
    private final SignalBuffer buffer = buffer(5, 1 << 20);

    @Test
    void keepsTheOrder() throws InterruptedException {
        events(1, 3);

        assertEquals(List.of(event(1), event(2)), buffer.take(2));
        assertEquals(List.of(event(3)), buffer.take(2));
    }

    @Test
    void putsAGapWhereEventsWereDropped() throws InterruptedException {
        events(1, 8);
        List<AmiSignal> first = buffer.take(4);
        events(9, 9);
        List<AmiSignal> second = buffer.take(4);

        assertEquals(List.of(event(1), event(2), event(3), event(4)), first);
        assertEquals(List.of(event(5), new StreamGap(NOW, 3), event(9)), second);
        assertEquals(3, meter.getDroppedEventsCount());
        assertEquals(1, meter.getGapCount());
    }

    @Test
    void isBoundedInBytesToo() throws InterruptedException {
        SignalBuffer small = buffer(1000, 500);
        for (int i = 1; i <= 10; i++) {
            small.event(event(i));
        }

        assertTrue(small.take(1000).size() < 10);
        assertInstanceOf(StreamGap.class, small.take(1000).get(0));
    }

    @Test
    void neverDropsHowTheStreamStandsAndKeepsOnlyTheLatestWhenFull() throws InterruptedException {
        events(1, 6);
        for (int i = 0; i < 100; i++) {
            buffer.stream(new StreamLost(NOW, "lost " + i));
            buffer.stream(new StreamRefused(NOW, AmiProblem.REFUSED, "refused " + i));
            buffer.stream(new StreamOpened(NOW, "11.0.0", ""));
            events(7, 7);
        }

        buffer.take(5);
        List<AmiSignal> rest = buffer.take(5);

        assertEquals(
                List.of(new StreamGap(NOW, 101), new StreamLost(NOW, "lost 99"), new StreamOpened(NOW, "11.0.0", "")),
                rest);
    }

    @Test
    void joinsUnreadableFramesThatFollowEachOther() throws InterruptedException {
        events(1, 1);
        buffer.unreadable(1);
        buffer.unreadable(2);
        events(2, 2);

        assertEquals(List.of(event(1), new StreamGap(NOW, 3), event(2)), buffer.take(5));
        assertEquals(1, meter.getGapCount());
    }

    @Test
    void givesOutWhatIsLeftAfterItsEndAndThenNothing() throws InterruptedException {
        events(1, 1);
        buffer.end();

        assertEquals(List.of(event(1)), buffer.take(5));
        assertEquals(List.of(), buffer.take(5));
    }

    private void events(int from, int to) {
        for (int i = from; i <= to; i++) {
            buffer.event(event(i));
        }
    }

    private static StubEvent event(int number) {
        return StubEvent.numbered(number);
    }

    private SignalBuffer buffer(int signals, long bytes) {
        return new SignalBuffer("pbx1", signals, bytes, Spill.none(), meter, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
