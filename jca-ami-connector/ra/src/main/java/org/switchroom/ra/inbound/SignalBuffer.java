package org.switchroom.ra.inbound;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiSignal;
import org.switchroom.ra.AdapterLogger;
import org.switchroom.ra.ServerMeter;

/**
 * Signals of one server between the socket and the delivery, bounded in number and in bytes. Adding never waits. When it is full
 * the newest events are dropped and counted, and a {@link AmiSignal.StreamGap} takes their place as soon as there is room, together
 * with what happened to the stream itself in the meantime: of that only the last loss and what followed it.
 */
final class SignalBuffer {
    private static final int SIGNAL_OVERHEAD_BYTES = 100;

    private final String serverName;
    private final int maxSignals;
    private final long maxBytes;
    private final ServerMeter meter;
    private final Clock clock;
    private final Deque<AmiSignal> signals = new ArrayDeque<>();
    private long bytes;
    private long droppedCount;
    private final List<AmiSignal> heldBack = new ArrayList<>();
    private boolean ended;

    SignalBuffer(String serverName, int maxSignals, long maxBytes, ServerMeter meter, Clock clock) {
        this.serverName = serverName;
        this.maxSignals = maxSignals;
        this.maxBytes = maxBytes;
        this.meter = meter;
        this.clock = clock;
    }

    /** Adds an event or, when there is no room, counts it as dropped. */
    synchronized void event(AmiEvent event) {
        if (ended) {
            return;
        }
        if (hasRoom()) {
            append(event);
        } else {
            meter.eventDropped();
            missed(1);
        }
    }

    /** Events are missing at this place, because they could not be read. */
    synchronized void unreadable(long count) {
        if (hasRoom()) {
            appendGap(count);
        } else {
            missed(count);
        }
    }

    /** Adds what happened to the stream itself. */
    synchronized void stream(AmiSignal signal) {
        if (ended) {
            return;
        }
        if (hasRoom()) {
            append(signal);
        } else {
            holdBack(signal);
        }
    }

    /** Nothing is added any more; what comes all the same is ignored. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits for signals and takes up to {@code max} of them; none means that the buffer has ended and is empty. */
    synchronized List<AmiSignal> take(int max) throws InterruptedException {
        while (signals.isEmpty() && !ended) {
            wait();
        }
        List<AmiSignal> taken = new ArrayList<>(Math.min(max, signals.size()));
        while (taken.size() < max && !signals.isEmpty()) {
            AmiSignal signal = signals.removeFirst();
            bytes -= cost(signal);
            taken.add(signal);
        }
        catchUp();
        meter.buffered(signals.size());
        return taken;
    }

    /** Throws away what is in it; returns how many signals that were. */
    synchronized int clear() {
        int count = signals.size();
        signals.clear();
        bytes = 0;
        return count;
    }

    private boolean hasRoom() {
        return signals.size() < maxSignals && bytes < maxBytes && droppedCount == 0 && heldBack.isEmpty();
    }

    private void append(AmiSignal signal) {
        signals.addLast(signal);
        bytes += cost(signal);
        meter.buffered(signals.size());
        notifyAll();
    }

    private void appendGap(long count) {
        Instant now = clock.instant();
        if (signals.peekLast() instanceof AmiSignal.StreamGap before) {
            signals.removeLast();
            signals.addLast(new AmiSignal.StreamGap(now, before.droppedCount() + count));
        } else {
            meter.gap();
            append(new AmiSignal.StreamGap(now, count));
        }
    }

    private void missed(long count) {
        if (droppedCount == 0) {
            meter.gap();
        }
        droppedCount += count;
    }

    private void holdBack(AmiSignal signal) {
        heldBack.removeIf(
                before -> signal instanceof AmiSignal.StreamLost || !(before instanceof AmiSignal.StreamLost));
        heldBack.add(signal);
    }

    private void catchUp() {
        if (signals.size() >= maxSignals || bytes >= maxBytes) {
            return;
        }
        if (droppedCount > 0) {
            AdapterLogger.LOG.eventsDropped(serverName, droppedCount);
            append(new AmiSignal.StreamGap(clock.instant(), droppedCount));
            droppedCount = 0;
        }
        heldBack.forEach(this::append);
        heldBack.clear();
    }

    private static long cost(AmiSignal signal) {
        return SIGNAL_OVERHEAD_BYTES + (signal instanceof AmiEvent event ? event.byteCount() : 0);
    }
}
