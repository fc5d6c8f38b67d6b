package org.switchroom.bench.burst;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * What both contenders deliver to: counts, takes its time, and keeps which channels live and what became of them. One thread at a
 * time.
 */
final class Listener {
    private static final long FNV_PRIME = 0x100000001b3L;

    private final CountDownLatch last = new CountDownLatch(1);
    private final Map<String, String> channels = new HashMap<>();
    private final IntSupplier microsPerEvent;
    private volatile long count;
    private boolean greeted;
    private long story = 0xcbf29ce484222325L;

    /** @param microsPerEvent how long an event takes now */
    Listener(IntSupplier microsPerEvent) {
        this.microsPerEvent = microsPerEvent;
    }

    /** An event; the server's greeting at the login and the last one are not counted. */
    void take(String event, String uniqueid, String channel, String state) {
        if (event.equals(BurstServer.LAST)) {
            last.countDown();
            return;
        }
        if (!greeted && event.startsWith("FullyBooted")) {
            greeted = true;
            return;
        }
        count++;
        mix(event);
        mix(uniqueid);
        mix(channel);
        mix(state);
        if (event.equals("Hangup")) {
            channels.remove(uniqueid);
        } else if (!uniqueid.isEmpty()) {
            channels.put(uniqueid, channel + ' ' + state);
        }
    }

    /** Takes as long as so many events do. */
    void work(int events) {
        long until = System.nanoTime() + events * 1000L * microsPerEvent.getAsInt();
        while (microsPerEvent.getAsInt() > 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(Math.min(1_000_000, Math.max(1, until - System.nanoTime())));
        }
    }

    private void mix(String text) {
        story = (story ^ text.hashCode()) * FNV_PRIME;
    }

    void awaitLast() throws InterruptedException {
        last.await();
    }

    boolean hasLast() {
        return last.getCount() == 0;
    }

    long count() {
        return count;
    }

    /** Equal only if the same events came in the same order and left the same channels behind. */
    String state() {
        return "%d events, story %016x, %d channels %08x".formatted(count, story, channels.size(), channels.hashCode());
    }
}
