package org.switchroom.ra.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiSignal;
import org.switchroom.ami.AmiSignal.StreamLost;
import org.switchroom.ami.AmiSignal.StreamOpened;
import org.switchroom.ami.AmiSignal.StreamRefused;
import org.switchroom.ra.AdapterSettings;
import org.switchroom.ra.ManualScheduler;
import org.switchroom.ra.ServerMeter;
import org.switchroom.ra.Servers;
import org.switchroom.ra.StubEvent;
import org.switchroom.ra.StubLines;

class StreamConnectorTest {
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final AmiSignal OPENED = new StreamOpened(Instant.EPOCH, "11.0.0", "");

    private final ManualScheduler time = new ManualScheduler();
    private final StubLines lines = new StubLines();
    private final AtomicInteger replaced = new AtomicInteger();
    private final ServerMeter meter = new ServerMeter("pbx1");
    private final SignalBuffer buffer = new SignalBuffer("pbx1", 100_000, 1 << 26, Spill.none(), meter, CLOCK);
    private final StreamConnector connector = new StreamConnector(
            Servers.named("pbx1"),
            new StreamConnector.Tools(lines, time, time, CLOCK, time::nanoTime, replaced::incrementAndGet),
            AdapterSettings.DEFAULT,
            buffer,
            meter);

    @BeforeEach
    void start() {
        connector.start();
    }

    @Test
    void isOpenWhenTheServerSaysFullyBooted() throws InterruptedException {
        time.runDue();
        assertEquals("CONNECTING", meter.getState());

        lines.last().tell(StubEvent.fullyBooted());
        lines.last().tell(StubEvent.numbered(1));

        assertEquals("UP", meter.getState());
        assertEquals(List.of(OPENED, StubEvent.fullyBooted(), StubEvent.numbered(1)), told());
    }

    @Test
    void keepsTheOrderOfEventsThatComeDuringTheLogin() throws InterruptedException {
        lines.duringLogin(listener -> {
            listener.onEvent(StubEvent.fullyBooted());
            listener.onEvent(StubEvent.numbered(1));
        });

        time.runDue();
        lines.last().tell(StubEvent.numbered(2));

        assertEquals(List.of(OPENED, StubEvent.fullyBooted(), StubEvent.numbered(1), StubEvent.numbered(2)), told());
    }

    @Test
    void aWrongSecretIsTriedAtMostOnceInFiveSecondsAndToldEachTime() throws InterruptedException {
        lines.refuseWith(AmiProblem.WRONG_SECRET);

        time.advance(Duration.ofSeconds(60));

        assertEquals(13, lines.tries());
        List<AmiSignal> told = told();
        assertEquals(13, told.size());
        assertTrue(told.stream().allMatch(s -> s instanceof StreamRefused r && r.problem() == AmiProblem.WRONG_SECRET));
        assertEquals("REFUSED", meter.getState());
    }

    @Test
    void aServerThatIsDownIsTriedAfterGrowingPauses() {
        lines.refuseWith(AmiProblem.REFUSED);

        time.advance(Duration.ofSeconds(1));
        int soon = lines.tries();
        time.advance(Duration.ofSeconds(59));

        assertTrue(soon >= 4, "tries in the first second " + soon);
        assertTrue(lines.tries() <= 35, "tries in a minute " + lines.tries());
    }

    @Test
    void namesTheMissingClassWhenFullyBootedDoesNotCome() throws InterruptedException {
        time.advance(Duration.ofMillis(5_001));

        assertTrue(told().get(0) instanceof StreamRefused refused
                && refused.problem() == AmiProblem.MISSING_CLASS
                && refused.detail().contains("class system (read)"));
        assertFalse(lines.last().isOpen());
        time.advance(Duration.ofMillis(4_900));
        assertEquals(1, lines.tries());
    }

    @Test
    void tellsALossAndComesBackSoon() throws InterruptedException {
        open();

        lines.last().lose("closed by the server");
        assertEquals("DOWN", meter.getState());
        time.advance(Duration.ofMillis(100));
        lines.last().tell(StubEvent.fullyBooted());

        assertEquals(
                List.of(new StreamLost(Instant.EPOCH, "closed by the server"), OPENED, StubEvent.fullyBooted()),
                told());
        assertEquals(1, meter.getReconnectsCount());
    }

    @Test
    void silenceMakesItSuspectAndEndsNothing() throws InterruptedException {
        open();
        lines.refuseWith(AmiProblem.TIMEOUT);

        time.advance(Duration.ofMillis(2_300));
        assertEquals("UP", meter.getState());
        time.advance(Duration.ofMillis(200));
        assertEquals("SUSPECT", meter.getState());
        time.advance(Duration.ofSeconds(17));

        assertTrue(lines.first().isOpen());
        assertEquals(3, lines.first().sent().size());
        assertTrue(lines.tries() > 5, "tries to log in beside it: " + lines.tries());
        List<AmiSignal> told = told();
        assertEquals(1, told.size());
        assertInstanceOf(AmiSignal.StreamSilent.class, told.get(0));
        assertTrue(meter.getSilentMillis() > 15_000);
    }

    @Test
    void tellsThePauseWhenTheServerSpeaksAgain() throws InterruptedException {
        open();
        lines.refuseWith(AmiProblem.TIMEOUT);
        time.advance(Duration.ofMillis(10_000));
        told();

        lines.first().hear(time.nanoTime());
        assertEquals("UP", meter.getState());
        lines.first().tell(StubEvent.numbered(1));
        time.advance(Duration.ofMillis(800));

        List<AmiSignal> told = told();
        assertInstanceOf(AmiSignal.StreamSpoke.class, told.get(0));
        assertEquals(StubEvent.numbered(1), told.get(1));
        AmiSignal.StreamPaused pause = assertInstanceOf(AmiSignal.StreamPaused.class, told.get(2));
        assertEquals(9_200, pause.length().toMillis());
        assertEquals(Optional.empty(), pause.eventDelay());
        assertEquals(9_200, meter.getLongestPauseMillis());
        assertEquals(1, meter.getPausesCount());
    }

    @Test
    void aSecondLoginTakesTheSilentOnesPlace() throws InterruptedException {
        open();

        time.advance(Duration.ofMillis(2_500));
        lines.last().tell(StubEvent.fullyBooted());

        List<AmiSignal> told = told();
        assertInstanceOf(AmiSignal.StreamSilent.class, told.get(0));
        assertInstanceOf(StreamLost.class, told.get(1));
        assertEquals(OPENED, told.get(2));
        assertFalse(lines.first().isOpen());
        assertTrue(lines.last().isOpen());
        assertEquals(2, lines.tries());
        assertEquals(1, replaced.get());
        assertEquals("UP", meter.getState());
    }

    @Test
    void aServerThatSaysAnythingIsNotSilent() throws InterruptedException {
        open();

        for (int i = 0; i < 20; i++) {
            time.advance(Duration.ofMillis(700));
            lines.last().hear(time.nanoTime());
        }

        assertEquals(1, lines.tries());
        assertEquals(List.of(), drained());
        assertEquals(0, meter.getPausesCount());
    }

    @Test
    void aWrongSecretOfTheSecondLoginIsTriedOnceInFiveSeconds() {
        openQuietly();
        lines.refuseWith(AmiProblem.WRONG_SECRET);

        time.advance(Duration.ofSeconds(20));

        assertTrue(lines.first().isOpen());
        assertTrue(lines.tries() <= 5, "tries " + lines.tries());
    }

    @Test
    void whatComesFromALostSocketLateIsNotTold() throws InterruptedException {
        open();
        var old = lines.last();
        old.lose("cut");
        told();

        old.tell(StubEvent.numbered(1));
        old.lose("again");
        connector.stop("left");

        assertEquals(List.of(new StreamLost(Instant.EPOCH, "left")), told());
    }

    @Test
    void afterItsStopNothingIsTriedAnyMore() throws InterruptedException {
        open();

        connector.stop("left");
        time.advance(Duration.ofMinutes(1));

        assertEquals(1, lines.tries());
        assertFalse(lines.last().isOpen());
        assertEquals(List.of(new StreamLost(Instant.EPOCH, "left")), told());
    }

    private void open() throws InterruptedException {
        time.runDue();
        lines.last().tell(StubEvent.fullyBooted());
        told();
    }

    private void openQuietly() {
        time.runDue();
        lines.last().tell(StubEvent.fullyBooted());
    }

    /** What is there, without waiting. */
    private List<AmiSignal> drained() throws InterruptedException {
        buffer.end();
        return buffer.take(Integer.MAX_VALUE);
    }

    private List<AmiSignal> told() throws InterruptedException {
        return buffer.take(Integer.MAX_VALUE);
    }
}
