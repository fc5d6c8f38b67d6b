package org.switchroom.ra.inbound;

import java.io.IOException;
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
 * Signals of one server between the socket and the delivery, in order. Adding never waits for whoever takes. What memory set aside
 * for it can't hold goes to disk, and comes back from there before anything newer. Only when that is full too, or refuses, the newest
 * events are dropped and counted, and a {@link AmiSignal.StreamGap} takes their place as soon as there is room, together with what
 * happened to the stream itself in the meantime: of that only the last loss and what followed it.
 */
final class SignalBuffer {
    private static final int SIGNAL_OVERHEAD_BYTES = 100;

    private final String serverName;
    private final int maxSignals;
    private final long maxBytes;
    private final Spill spill;
    private final ServerMeter meter;
    private final Clock clock;
    /** Older than anything in the spill. */
    private final Deque<AmiSignal> signals = new ArrayDeque<>();

    private final SignalCodec codec = new SignalCodec();
    private long bytes;
    private long droppedCount;
    private final List<AmiSignal> heldBack = new ArrayList<>();
    private boolean ended;
    private boolean cleared;

    SignalBuffer(String serverName, int maxSignals, long maxBytes, Spill spill, ServerMeter meter, Clock clock) {
        this.serverName = serverName;
        this.maxSignals = maxSignals;
        this.maxBytes = maxBytes;
        this.spill = spill;
        this.meter = meter;
        this.clock = clock;
    }

    /** Adds an event or, when there is no room, counts it as dropped. */
    synchronized void event(AmiEvent event) {
        if (!ended && (isDropping() || !put(event))) {
            meter.eventDropped();
            missed(1);
        }
    }

    /** Events are missing at this place, because they could not be read. */
    synchronized void unreadable(long count) {
        if (ended) {
            return;
        }
        if (isDropping() || !putGap(count)) {
            missed(count);
        }
    }

    /** Adds what happened to the stream itself. */
    synchronized void stream(AmiSignal signal) {
        if (!ended && (isDropping() || !put(signal))) {
            holdBack(signal);
        }
    }

    /** Nothing is added any more; what comes all the same is ignored. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits for signals and takes up to {@code max} of them; none means that the buffer has ended and is empty. */
    List<AmiSignal> take(int max) throws InterruptedException {
        while (true) {
            Spill.Chunk chunk;
            synchronized (this) {
                while (signals.isEmpty() && spill.isEmpty() && !ended) {
                    wait();
                }
                if (!signals.isEmpty() || spill.isEmpty()) {
                    return taken(max);
                }
                chunk = spill.next();
            }
            load(chunk);
        }
    }

    private List<AmiSignal> taken(int max) {
        List<AmiSignal> taken = new ArrayList<>(Math.min(max, signals.size()));
        while (taken.size() < max && !signals.isEmpty()) {
            AmiSignal signal = signals.removeFirst();
            bytes -= cost(signal);
            taken.add(signal);
        }
        catchUp();
        tellSizes();
        return taken;
    }

    /** Reads without the lock, so that the socket's thread is not held up. */
    private void load(Spill.Chunk chunk) {
        try {
            List<AmiSignal> loaded = chunk.read(codec);
            synchronized (this) {
                if (!cleared) {
                    spill.consumed(chunk, loaded.size());
                    loaded.forEach(this::append);
                }
            }
        } catch (IOException e) {
            lostOnDisk(e);
        }
    }

    private synchronized void lostOnDisk(IOException e) {
        long lost = spill.clear();
        if (!cleared) {
            AdapterLogger.LOG.spillFailed(serverName, e);
            missed(lost);
            catchUp();
        }
    }

    /** Throws away what is in it; returns how many signals that were. */
    synchronized long clear() {
        long count = signals.size() + spill.clear();
        cleared = true;
        signals.clear();
        bytes = 0;
        tellSizes();
        return count;
    }

    private boolean isDropping() {
        return droppedCount > 0 || !heldBack.isEmpty();
    }

    private boolean hasMemory() {
        return signals.size() < maxSignals && bytes < maxBytes;
    }

    private boolean put(AmiSignal signal) {
        if (spill.isEmpty() && hasMemory()) {
            append(signal);
            meter.buffered(signals.size());
            return true;
        }
        int size = spill.append(signal);
        if (size > 0) {
            meter.spilled(size);
            meter.onDisk(spill.count(), spill.bytes());
        }
        return size > 0;
    }

    private void append(AmiSignal signal) {
        signals.addLast(signal);
        bytes += cost(signal);
        notifyAll();
    }

    private boolean putGap(long count) {
        Instant now = clock.instant();
        if (spill.isEmpty() && signals.peekLast() instanceof AmiSignal.StreamGap before) {
            signals.removeLast();
            signals.addLast(new AmiSignal.StreamGap(now, before.droppedCount() + count));
            return true;
        }
        boolean told = put(new AmiSignal.StreamGap(now, count));
        if (told) {
            meter.gap();
        }
        return told;
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
        if (spill.isEmpty() ? !hasMemory() : !spill.hasRoom()) {
            return;
        }
        if (droppedCount > 0) {
            if (!put(new AmiSignal.StreamGap(clock.instant(), droppedCount))) {
                return;
            }
            AdapterLogger.LOG.eventsDropped(serverName, droppedCount);
            droppedCount = 0;
        }
        while (!heldBack.isEmpty() && put(heldBack.get(0))) {
            heldBack.remove(0);
        }
    }

    private void tellSizes() {
        meter.buffered(signals.size());
        meter.onDisk(spill.count(), spill.bytes());
    }

    private static long cost(AmiSignal signal) {
        return SIGNAL_OVERHEAD_BYTES + (signal instanceof AmiEvent event ? event.byteCount() : 0);
    }
}
