package org.switchroom.ra.inbound;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.switchroom.ami.AmiServer;
import org.switchroom.ra.AdapterLogger;
import org.switchroom.ra.AdapterSettings;
import org.switchroom.ra.AmiThreads;
import org.switchroom.ra.Backoff;
import org.switchroom.ra.ServerMeter;

/** One joined server's stream from socket to listener: connector, buffer and delivery. */
final class ServerStream {
    private static final Duration TO_DRAIN = Duration.ofMillis(1000);
    private static final Duration TO_FINISH = Duration.ofMillis(1600);
    private static final Duration TO_END = Duration.ofMillis(1900);

    private final AmiServer server;
    private final SignalBuffer buffer;
    private final StreamConnector connector;
    private final Thread delivery;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CompletableFuture<Void> delivered = new CompletableFuture<>();

    /** @param before whose deliveries come first: the stream that this one takes the place of */
    ServerStream(
            AmiServer server,
            StreamConnector.Tools tools,
            AdapterSettings settings,
            Spill spill,
            ServerMeter meter,
            BatchSink sink,
            AtomicLong sequence,
            CompletableFuture<Void> before) {
        this.server = server;
        buffer = new SignalBuffer(
                server.name(), settings.bufferSignals(), settings.bufferBytes(), spill, meter, tools.clock());
        connector = new StreamConnector(server, tools, settings, buffer, meter);
        Backoff backoff = new Backoff(
                StreamSettings.FIRST_PAUSE,
                StreamSettings.LONGEST_PAUSE,
                () -> ThreadLocalRandom.current().nextDouble());
        BatchDelivery batches = new BatchDelivery(
                server.name(),
                buffer,
                sink,
                meter,
                tools.clock(),
                settings.batchSignals(),
                sequence,
                backoff,
                this::pause);
        delivery = AmiThreads.named("deliver-" + server.name()).newThread(() -> deliver(batches, before));
    }

    void start() {
        delivery.start();
        connector.start();
    }

    AmiServer server() {
        return server;
    }

    /** Closes the socket; what is in the buffer and a last loss are still delivered. */
    void leave(String reason) {
        connector.stop(reason);
        buffer.end();
    }

    /** Completes when nothing will be delivered any more. */
    CompletableFuture<Void> delivered() {
        return delivered;
    }

    /** Closes the socket; what is in the buffer is still delivered if the listener takes it at the first try. */
    void beginStop(String reason) {
        stopping.countDown();
        buffer.end();
        connector.stop(reason);
    }

    /**
     * Waits for the end of deliveries: first lets the buffer be delivered, then only what is under way, then interrupts.
     *
     * @param since when the stop began, on the clock of {@link System#nanoTime()}
     */
    void awaitStopped(long since) {
        if (Thread.currentThread() == delivery || endsBy(since, TO_DRAIN)) {
            return;
        }
        long given = buffer.clear();
        if (given > 0) {
            AdapterLogger.LOG.signalsNotDelivered(server.name(), given);
        }
        if (endsBy(since, TO_FINISH)) {
            return;
        }
        delivery.interrupt();
        if (!endsBy(since, TO_END)) {
            AdapterLogger.LOG.threadStillRuns(delivery.getName(), TO_END.toMillis());
        }
    }

    private boolean endsBy(long since, Duration limit) {
        long nanos = since + limit.toNanos() - System.nanoTime();
        try {
            delivery.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !delivery.isAlive();
    }

    private void deliver(BatchDelivery batches, CompletableFuture<Void> before) {
        try {
            before.get();
            batches.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the stream before never fails", e);
        } finally {
            delivered.complete(null);
        }
    }

    /** @return false if the stream is to stop */
    private boolean pause(Duration duration) throws InterruptedException {
        return !stopping.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }
}
