package org.switchroom.ra.inbound;

import static org.awaitility.Awaitility.await;

import jakarta.resource.ResourceException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.AmiServerStatistics;
import org.switchroom.ami.AmiSignal;
import org.switchroom.ra.AmiResourceAdapter;
import org.switchroom.ra.StubBootstrap;

/** An adapter as a container runs it, with one bean, for tests of faults. */
final class AdapterRig implements BeforeEachCallback, AfterEachCallback {
    private final AmiResourceAdapter adapter = new AmiResourceAdapter();
    private final StubEndpoints bean = new StubEndpoints();

    @Override
    public void beforeEach(ExtensionContext context) throws ResourceException {
        start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        adapter.stop();
    }

    void start() throws ResourceException {
        adapter.start(new StubBootstrap());
        adapter.endpointActivation(bean, new AmiActivationSpec());
    }

    AmiResourceAdapter adapter() {
        return adapter;
    }

    StubEndpoints bean() {
        return bean;
    }

    void join(AmiServer server) {
        adapter.streams().join(server);
        await().until(() -> opened(server.name()) > 0);
    }

    AmiServerStatistics figures(String server) {
        return adapter.streams().statistics(server).orElseThrow();
    }

    /** A thread that does it, so that the test can look meanwhile. */
    static CompletableFuture<Void> meanwhile(Runnable task) {
        return CompletableFuture.runAsync(task);
    }

    long opened(String server) {
        return count(server, AmiSignal.StreamOpened.class);
    }

    long count(String server, Class<? extends AmiSignal> kind) {
        return bean.signals(server).stream().filter(kind::isInstance).count();
    }

    /** The header {@code Number} of the events of the fake's flood, in the order of delivery. */
    List<Integer> numbers(String server) {
        return bean.signals(server).stream()
                .filter(AmiEvent.class::isInstance)
                .map(signal -> ((AmiEvent) signal).text("Number"))
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
