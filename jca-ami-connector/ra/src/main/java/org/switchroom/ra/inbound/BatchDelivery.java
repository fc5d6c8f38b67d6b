package org.switchroom.ra.inbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.switchroom.ami.AmiBatch;
import org.switchroom.ami.AmiSignal;
import org.switchroom.ra.AdapterLogger;
import org.switchroom.ra.Backoff;
import org.switchroom.ra.ServerMeter;

/**
 * Takes signals out of a buffer and delivers them in order, one batch at a time. A batch that is not taken comes again, with the
 * same number and the same signals, until it is.
 */
final class BatchDelivery implements Runnable {
    private static final int FAILURES_BETWEEN_LOGS = 20;

    /** Waits between two deliveries of the same batch. */
    @FunctionalInterface
    interface Pause {
        /** @return false if the delivery shall end instead */
        boolean await(Duration duration) throws InterruptedException;
    }

    private final String serverName;
    private final SignalBuffer buffer;
    private final BatchSink sink;
    private final ServerMeter meter;
    private final Clock clock;
    private final int maxBatch;
    private final AtomicLong sequence;
    private final Backoff backoff;
    private final Pause pause;

    /** @param sequence number of the next signal, moved on after each delivery */
    BatchDelivery(
            String serverName,
            SignalBuffer buffer,
            BatchSink sink,
            ServerMeter meter,
            Clock clock,
            int maxBatch,
            AtomicLong sequence,
            Backoff backoff,
            Pause pause) {
        this.serverName = serverName;
        this.buffer = buffer;
        this.sink = sink;
        this.meter = meter;
        this.clock = clock;
        this.maxBatch = maxBatch;
        this.sequence = sequence;
        this.backoff = backoff;
        this.pause = pause;
    }

    /** Until the buffer has ended and is empty, or the pause says so, or the thread is interrupted. */
    @Override
    public void run() {
        int undelivered = 0;
        try {
            List<AmiSignal> signals = buffer.take(maxBatch);
            while (!signals.isEmpty()) {
                undelivered = signals.size();
                if (!deliver(new AmiBatch(serverName, sequence.get(), signals))) {
                    break;
                }
                undelivered = 0;
                sequence.addAndGet(signals.size());
                signals = buffer.take(maxBatch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sink.close();
        }
        tellUndelivered(undelivered + buffer.clear());
    }

    private boolean deliver(AmiBatch batch) throws InterruptedException {
        for (long failures = 1; ; failures++) {
            try {
                meter.delivering(batch.signals().get(0).receivedAt().toEpochMilli());
                sink.deliver(batch);
                delivered(batch);
                return true;
            } catch (UndeliveredException e) {
                meter.deliveryFailed();
                if (!pause.await(backoff.next())) {
                    AdapterLogger.LOG.debugf(e, "%s: not delivered, because the listener is going away", serverName);
                    return false;
                }
                logFailure(batch, failures, e);
            }
        }
    }

    private void delivered(AmiBatch batch) {
        backoff.reset();
        Instant now = clock.instant();
        List<AmiSignal> signals = batch.signals();
        meter.delivered(
                signals.size(),
                Duration.between(signals.get(0).receivedAt(), now),
                Duration.between(signals.get(signals.size() - 1).receivedAt(), now));
    }

    private void logFailure(AmiBatch batch, long failures, UndeliveredException e) {
        if (failures % FAILURES_BETWEEN_LOGS == 1) {
            AdapterLogger.LOG.deliveryFailed(serverName, batch.signals().size(), batch.sequence(), failures, e);
        }
    }

    private void tellUndelivered(long count) {
        if (count > 0) {
            AdapterLogger.LOG.signalsNotDelivered(serverName, count);
        }
    }
}
