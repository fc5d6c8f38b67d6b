package org.switchroom.ra.inbound;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiEventStreams;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiSignal;
import org.switchroom.ami.fake.FakeAsterisk;
import org.switchroom.ra.AdapterThreads;
import org.switchroom.ra.AmiResourceAdapter;
import org.switchroom.ra.Servers;
import org.switchroom.ra.StubBootstrap;

class EventStreamsTest {
    private final AmiResourceAdapter adapter = new AmiResourceAdapter();
    private final AmiEventStreamsObject streams = new AmiEventStreamsObject();
    private final StubEndpoints bean = new StubEndpoints();
    private final FakeAsterisk pbx1 = Servers.fake();
    private final FakeAsterisk pbx2 = Servers.fake();

    @BeforeEach
    void start() throws ResourceException {
        adapter.setBufferSignals(1000);
        adapter.setSpillBytes(0L);
        adapter.setBatchSignals(50);
        adapter.start(new StubBootstrap());
        streams.setResourceAdapter(adapter);
    }

    @AfterEach
    void stop() {
        adapter.stop();
        pbx1.close();
        pbx2.close();
    }

    @Test
    void opensAStreamOnlyWhileABeanIsActive() throws ResourceException {
        streams.join(Servers.events("pbx1", pbx1));
        assertEquals(0, pbx1.connectionCount());

        activate();
        awaitOpen("pbx1", 1);
        adapter.endpointDeactivation(bean, new AmiActivationSpec());

        await().until(() -> pbx1.connectionCount() == 0);
        assertEquals(Set.of("pbx1"), streams.joined());
        assertEquals(0, bean.openCount());
    }

    @Test
    void deliversEachServersEventsInOrderWhileDeliveriesFail() throws ResourceException {
        AtomicInteger deliveries = new AtomicInteger();
        bean.before(batch -> {
            if (deliveries.incrementAndGet() % 3 == 0) {
                throw new IllegalStateException("every third fails");
            }
        });
        joinBoth();

        Thread other = new Thread(() -> pbx2.flood(300, 5000), "flood");
        other.start();
        pbx1.flood(300, 5000);

        for (String name : List.of("pbx1", "pbx2")) {
            await().until(() -> numbers(name).size() >= 300);
            assertEquals(IntStream.rangeClosed(1, 300).boxed().toList(), numbers(name));
        }
        assertTrue(streams.statistics("pbx1").orElseThrow().getDeliveryFailuresCount() > 0);
    }

    @Test
    void aBlockedListenerDoesNotHoldUpTheSocketNorAnotherServer() throws ResourceException, InterruptedException {
        joinBoth();
        CountDownLatch blocked = new CountDownLatch(1);
        bean.before(batch -> waitFor(batch.serverName().equals("pbx1") ? blocked : new CountDownLatch(0)));

        pbx1.flood(5000, 100_000);
        pbx2.flood(10, 1000);
        await().until(() -> numbers("pbx2").size() == 10);
        await().until(() -> streams.statistics("pbx1").orElseThrow().getEventsInCount() >= 5001);
        blocked.countDown();

        await().until(() -> numbers("pbx1").size() + dropped("pbx1") == 5000);
        assertTrue(dropped("pbx1") > 3000, "dropped " + dropped("pbx1"));
        assertEquals(dropped("pbx1"), streams.statistics("pbx1").orElseThrow().getDroppedEventsCount());
        assertEquals(1, pbx1.loginCount(Servers.EVENT_USER));
    }

    @Test
    void comesBackAfterTheServerWasRestarted() throws ResourceException {
        joinBoth();

        pbx1.restart();

        awaitOpen("pbx1", 2);
        assertTrue(bean.signals("pbx1").stream().anyMatch(AmiSignal.StreamLost.class::isInstance));
        assertEquals(
                1,
                bean.signals("pbx2").stream()
                        .filter(AmiSignal.StreamOpened.class::isInstance)
                        .count());
    }

    @Test
    void leavingDeliversALastLossAndTakesTheFiguresAway() throws ResourceException {
        joinBoth();

        streams.leave("pbx1");
        streams.leave("nobody");

        await().until(() -> last("pbx1") instanceof AmiSignal.StreamLost);
        await().until(() -> pbx1.connectionCount() == 0);
        assertTrue(streams.statistics("pbx1").isEmpty());
        assertEquals(Set.of("pbx2"), streams.joined());
    }

    @Test
    void joiningAgainWithAMendedSecretOpensTheStreamAtOnce() throws ResourceException {
        activate();
        streams.join(Servers.at("pbx1", pbx1.port(), Servers.EVENT_USER, "wrong"));
        await().until(() -> last("pbx1") instanceof AmiSignal.StreamRefused refused
                && refused.problem() == AmiProblem.WRONG_SECRET);

        streams.join(Servers.events("pbx1", pbx1));

        await().atMost(Duration.ofSeconds(2)).until(() -> opened("pbx1") == 1);
        assertEquals(1, bean.taken().get(0).sequence());
        assertEquals(
                bean.signals("pbx1").size() + 1L,
                bean.taken().get(bean.taken().size() - 1).sequence()
                        + bean.taken().get(bean.taken().size() - 1).signals().size());
    }

    @Test
    void joiningAgainWithTheSameSettingsChangesNothing() throws ResourceException {
        joinBoth();

        streams.join(Servers.events("pbx1", pbx1));
        pbx1.flood(1, 1000);

        await().until(() -> numbers("pbx1").size() == 1);
        assertEquals(1, opened("pbx1"));
        assertEquals(1, pbx1.frames("Login").size());
    }

    @Test
    void aSecondBeanIsRefused() throws ResourceException {
        activate();

        assertThrows(
                NotSupportedException.class,
                () -> adapter.endpointActivation(new StubEndpoints(), new AmiActivationSpec()));
    }

    @Test
    void noThreadNorSocketIsLeftAfterTheStopEvenIfTheListenerHangs() throws ResourceException {
        joinBoth();
        bean.before(batch -> waitFor(new CountDownLatch(1)));
        pbx1.flood(200, 5000);

        long begun = System.nanoTime();
        adapter.stop();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        assertTrue(took.compareTo(Duration.ofMillis(2500)) < 0, "took " + took);
        await().atMost(Duration.ofSeconds(1)).until(() -> AdapterThreads.names().isEmpty());
        await().until(() -> pbx1.connectionCount() + pbx2.connectionCount() == 0);
    }

    private void joinBoth() throws ResourceException {
        activate();
        streams.join(Servers.events("pbx1", pbx1));
        streams.join(Servers.events("pbx2", pbx2));
        awaitOpen("pbx1", 1);
        awaitOpen("pbx2", 1);
    }

    private void activate() throws ResourceException {
        adapter.endpointActivation(bean, new AmiActivationSpec());
        assertInstanceOf(AmiEventStreams.class, streams);
    }

    private void awaitOpen(String name, int times) {
        await().until(() -> opened(name) == times);
    }

    private long opened(String name) {
        return bean.signals(name).stream()
                .filter(AmiSignal.StreamOpened.class::isInstance)
                .count();
    }

    private AmiSignal last(String name) {
        List<AmiSignal> all = bean.signals(name);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }

    private List<Integer> numbers(String name) {
        return bean.signals(name).stream()
                .filter(AmiEvent.class::isInstance)
                .map(signal -> ((AmiEvent) signal).text("Number"))
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    private long dropped(String name) {
        return bean.signals(name).stream()
                .filter(AmiSignal.StreamGap.class::isInstance)
                .mapToLong(signal -> ((AmiSignal.StreamGap) signal).droppedCount())
                .sum();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
