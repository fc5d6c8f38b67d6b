package org.switchroom.ra.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiNotSentException;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.AmiTimeoutException;
import org.switchroom.ra.ManualScheduler;
import org.switchroom.ra.ServerMeter;
import org.switchroom.ra.StubLine;
import org.switchroom.ra.StubResponse;

class CommandLineTest {
    private static final AmiAction HANGUP = AmiAction.of("Hangup");

    private final ManualScheduler time = new ManualScheduler();
    private final ServerMeter meter = new ServerMeter("pbx1");
    private final List<CommandLine> closed = new ArrayList<>();
    private final CommandLine line = new CommandLine("pbx1", meter, time, time::nanoTime, closed::add);
    private final StubLine socket = new StubLine(line::abort);

    @BeforeEach
    void opened() {
        line.use(socket);
    }

    @Test
    void retiredLineIsClosedAfterTheLastAnswer() {
        CompletableFuture<AmiResponse> answer = line.send(HANGUP, "1", Duration.ofSeconds(5));

        line.retire();
        time.runDue();
        assertTrue(socket.isOpen());
        socket.lastSent().answer().complete(StubResponse.success());
        time.runDue();

        assertTrue(answer.isDone() && !answer.isCompletedExceptionally());
        assertTrue(socket.isLoggedOff());
        assertEquals(List.of(line), closed);
    }

    @Test
    void retiredLineIsClosedAtTheLatestDeadline() {
        line.send(HANGUP, "1", Duration.ofSeconds(35));
        line.send(HANGUP, "2", Duration.ofSeconds(5));

        line.retire();
        time.advance(Duration.ofSeconds(35));
        assertTrue(socket.isOpen());
        time.advance(CommandLine.AFTER_DEADLINE);

        assertFalse(socket.isOpen());
    }

    @Test
    void retiredLineWithNothingInFlightIsClosedAtOnce() {
        line.retire();
        time.runDue();

        assertTrue(socket.isLoggedOff());
        assertEquals(0, meter.getPoolIdleCount());
    }

    @Test
    void retiredLineSendsNothingNew() {
        line.send(HANGUP, "1", Duration.ofSeconds(5));
        line.retire();

        assertThrows(AmiNotSentException.class, () -> line.send(HANGUP, "2", Duration.ofSeconds(5)));
        assertEquals(1, socket.sent().size());
    }

    @Test
    void probeAsksOnlyAServerThatWasNotHeardLately() {
        assertTrue(
                line.probe(Duration.ofSeconds(2), Duration.ofSeconds(2), "p1").join());
        assertEquals(0, socket.sent().size());

        time.advance(Duration.ofSeconds(3));
        CompletableFuture<Boolean> alive = line.probe(Duration.ofSeconds(2), Duration.ofSeconds(2), "p2");
        assertEquals("Ping", socket.lastSent().action().name());
        socket.lastSent().answer().complete(StubResponse.success());

        assertTrue(alive.join());
    }

    @Test
    void probeFindsASilentServerDead() {
        time.advance(Duration.ofSeconds(3));
        CompletableFuture<Boolean> alive = line.probe(Duration.ofSeconds(2), Duration.ofSeconds(2), "p1");
        socket.lastSent().answer().completeExceptionally(new AmiTimeoutException("pbx1", "Ping", 2000));

        assertFalse(alive.join());
    }

    @Test
    void probeTakesABusyServerForAlive() {
        line.send(HANGUP, "1", Duration.ofSeconds(5));
        time.advance(Duration.ofSeconds(3));
        CompletableFuture<Boolean> alive = line.probe(Duration.ofSeconds(2), Duration.ofSeconds(2), "p1");
        time.advance(Duration.ofSeconds(1));
        socket.sent().get(0).answer().complete(StubResponse.success());
        socket.lastSent().answer().completeExceptionally(new AmiTimeoutException("pbx1", "Ping", 2000));

        assertTrue(alive.join());
    }

    @Test
    void countsWhatIsInFlightAndWhatFailed() {
        line.send(HANGUP, "1", Duration.ofSeconds(5));
        line.send(HANGUP, "2", Duration.ofSeconds(5));
        line.send(HANGUP, "3", Duration.ofSeconds(5));
        time.advance(Duration.ofMillis(4));
        socket.sent().get(0).answer().complete(StubResponse.success());
        socket.sent().get(1).answer().complete(new StubResponse("Error"));

        assertEquals(3, meter.getActionsSentCount());
        assertEquals(1, meter.getActionsInFlightCount());
        assertEquals(1, meter.getActionsFailedCount());
        assertEquals(4.0, meter.getMeanRoundTripMillis());
    }
}
