package org.switchroom.ami.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiException;
import org.switchroom.ami.AmiLostException;
import org.switchroom.ami.AmiMalformedException;
import org.switchroom.ami.AmiNotSentException;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.AmiTimeoutException;
import org.switchroom.ami.fake.FaultProxy;
import org.switchroom.ami.wire.AmiLimits;

class AmiSessionFaultsTest extends FakeSessions {

    @Test
    void failsWhatIsInFlightAsLostWhenTheConnectionDrops() {
        AmiSession session = open();
        fake.faults().unanswered("Ping");
        CompletableFuture<AmiResponse> answer = session.send(ping(), SOON);
        Awaitility.await().atMost(SOON).until(() -> fake.frames("Ping").size() == 1);

        fake.cutAll();

        assertInstanceOf(AmiLostException.class, failure(answer));
        Awaitility.await().atMost(SOON).until(() -> events.closed().size() == 1);
        assertFalse(session.isOpen());
        assertEquals(0, session.counters().inFlight());
    }

    @Test
    void provesThatNothingWasSentAfterTheEnd() {
        AmiSession session = open();
        session.close();

        assertThrows(AmiNotSentException.class, () -> session.send(ping(), SOON));
        assertEquals(List.of("closed"), events.closed());
        assertEquals(List.of(), fake.frames("Ping"));
    }

    @Test
    void sendsNothingThatIsMalformed() {
        AmiSession session = open();

        assertThrows(AmiMalformedException.class, () -> session.send(ping(), "a\r\nAction: Command", SOON));
        session.ping(SOON);
        assertEquals(List.of(), fake.frames("Command"));
        assertEquals(0, session.counters().inFlight());
    }

    @Test
    void refusesAnActionIdThatIsInFlight() {
        AmiSession session = open();
        fake.faults().unanswered("Ping");
        session.send(ping(), "same", SOON);

        assertThrows(AmiNotSentException.class, () -> session.send(ping(), "same", SOON));
        assertEquals(1, session.counters().inFlight());
    }

    @Test
    void timesOutAndCountsTheLateAnswer() {
        AmiSession session = open();
        fake.faults().responseDelay(Duration.ofMillis(600));

        assertInstanceOf(AmiTimeoutException.class, failure(session.send(ping(), Duration.ofMillis(100))));
        Awaitility.await().atMost(SOON).until(() -> session.counters().late() == 1);
        fake.faults().responseDelay(Duration.ZERO);
        session.ping(SOON);
        assertEquals(1, session.counters().failed());
        assertEquals(0, session.counters().unknown());
    }

    @Test
    void ignoresAndCountsRepeatedAndUnknownAnswers() {
        AmiSession session = open();
        fake.faults().repeatResponses(true).strayResponses(true);

        for (int i = 0; i < 10; i++) {
            assertEquals(
                    "own-" + i, answer(session.send(ping(), "own-" + i, SOON)).text("ActionID"));
        }
        Awaitility.await().atMost(SOON).until(() -> session.counters().unknown() == 20);
    }

    @Test
    void closesItselfWhenAWriteBlocks() {
        AmiSession session = open(AmiSessionSettings.forCommands().withTimeouts(SOON, SOON, SOON, SHORT));
        fake.faults().stopReading(true);
        AmiAction large = AmiAction.of("Ping");
        for (int i = 0; i < 100; i++) {
            large = large.with("X", "y".repeat(900));
        }
        AmiAction action = large;
        List<Thread> senders = new ArrayList<>();
        AtomicInteger refused = new AtomicInteger();
        for (int i = 0; i < 4; i++) {
            Thread sender = new Thread(() -> {
                try {
                    while (true) {
                        session.send(action, SOON);
                    }
                } catch (AmiException e) {
                    refused.incrementAndGet();
                }
            });
            sender.start();
            senders.add(sender);
        }

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> refused.get() == 4);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> !session.isOpen() && events.closed().size() == 1);
        assertTrue(senders.stream().noneMatch(Thread::isInterrupted));
        fake.faults().stopReading(false);
    }

    @Test
    void readsWhatComesByteByByteWithBareLineFeeds() {
        fake.faults().sliceBytes(1).bareLineFeeds(true);
        AmiSession session = open();

        assertEquals(
                "Channels will follow",
                answer(session.send(AmiAction.of("CoreShowChannels"), SOON)).message());
        session.ping(SOON);
    }

    @Test
    void goesOnAfterGarbageAndHugeLines() {
        AmiSession session = open(AmiSessionSettings.forEvents());
        fake.sendGarbage();
        fake.sendHugeLine(1024 * 1024);

        fake.sendEvent("UserEvent", "user", "Number", "1");

        events.await("UserEvent", "Number", "1");
        assertTrue(events.unreadable() >= 2, () -> "unreadable " + events.unreadable());
        assertEquals(List.of(), events.named("Huge"));
        session.ping(SOON);
    }

    @Test
    void survivesRandomBytes() {
        AmiSession session = open(AmiSessionSettings.forEvents());
        long seed = Long.getLong("switchroom.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            fake.sendRaw(bytes);
            fake.sendRaw("\r\nEvent: X\r\nResponse: Y\r\n".getBytes());
        }
        fake.sendRaw("\r\n\r\n".getBytes());
        fake.sendEvent("UserEvent", "user", "Number", "1");

        events.await("UserEvent", "Number", "1");
        assertTrue(session.isOpen(), "seed " + seed);
        session.ping(SOON);
    }

    @Test
    void keepsEventsOfListsFromTheListenerEvenWhenNobodyWaitsForThem() {
        AmiSession session = open();
        fake.faults().responseDelay(Duration.ofMillis(300));
        failure(session.send(AmiAction.of("CoreShowChannels"), "late-list", Duration.ofMillis(100)));
        Awaitility.await().atMost(SOON).until(() -> session.counters().late() == 1);
        fake.faults().responseDelay(Duration.ZERO);
        fake.sendRaw("Event: CoreShowChannel\r\nActionID: late-list\r\n\r\n".getBytes());
        fake.sendRaw(
                "Event: CoreShowChannelsComplete\r\nActionID: late-list\r\nEventList: Complete\r\n\r\n".getBytes());

        session.ping(SOON);

        assertEquals(List.of(), events.named("CoreShowChannel"));
    }

    @Test
    void failsAListThatIsTooLongAndGoesOn() {
        AmiSession session = open(AmiSessionSettings.forCommands().withBounds(AmiLimits.DEFAULT, 3));
        for (int i = 0; i < 5; i++) {
            answer(session.send(originate("99900" + i), SOON));
        }
        Awaitility.await().atMost(SOON).until(() -> fake.pbx().channelCount() == 5);

        assertInstanceOf(AmiLostException.class, failure(session.send(AmiAction.of("CoreShowChannels"), SOON)));
        session.ping(SOON);
        assertEquals(List.of(), events.all());
    }

    private static AmiAction originate(String number) {
        return AmiAction.of("Originate")
                .with("Channel", "PJSIP/" + number + "@carrier")
                .with("Context", "switchroom-wait")
                .with("Exten", "s")
                .with("Async", "true");
    }

    @Test
    void goesOnWhenTheListenerThrows() {
        AmiSession session = AmiSession.open(server("ev"), AmiSessionSettings.forEvents(), event -> {
            throw new IllegalStateException("mistake");
        });
        fake.sendEvent("UserEvent", "user");

        Awaitility.await().atMost(SOON).until(() -> session.counters().listenerErrors() == 2);
        session.ping(SOON);
        session.close();
    }

    @Test
    void answersPingBehindAFlood() {
        AmiSession session = open(AmiSessionSettings.forEvents());

        fake.flood(20_000, 1_000_000);

        session.ping(SOON);
        assertEquals(20_000, events.named("UserEvent").size());
    }

    @Test
    void noticesASilentServerByPing() {
        try (FaultProxy proxy = FaultProxy.to(fake.host(), fake.port())) {
            AmiSession session = AmiSession.open(
                    server("cmd", "127.0.0.1", proxy.port(), server("cmd").transport()),
                    AmiSessionSettings.forCommands(),
                    events);
            session.ping(SOON);
            proxy.halfOpen(FaultProxy.Way.TO_CLIENT);

            assertThrows(AmiTimeoutException.class, () -> session.ping(SHORT));
            assertTrue(session.isOpen());
            proxy.rst();
            Awaitility.await().atMost(SOON).until(() -> events.closed().size() == 1);
        }
    }

    @Test
    void leavesNoThreadBehind() {
        for (int i = 0; i < 20; i++) {
            open().close();
        }

        Awaitility.await()
                .atMost(SOON)
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("ami-")));
        Awaitility.await().atMost(SOON).until(() -> fake.connectionCount() == 0);
    }
}
