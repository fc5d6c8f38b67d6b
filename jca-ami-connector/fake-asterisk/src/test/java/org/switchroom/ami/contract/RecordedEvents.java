package org.switchroom.ami.contract;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.session.SessionListener;

/** Keeps what a session tells. */
public final class RecordedEvents implements SessionListener {
    private final Queue<AmiEvent> events = new ConcurrentLinkedQueue<>();
    private final List<String> closed = new CopyOnWriteArrayList<>();
    private final AtomicLong unreadable = new AtomicLong();

    @Override
    public void onEvent(AmiEvent event) {
        events.add(event);
    }

    @Override
    public void onUnreadable(long count) {
        unreadable.addAndGet(count);
    }

    @Override
    public void onClosed(String reason) {
        closed.add(reason);
    }

    public List<AmiEvent> all() {
        return List.copyOf(events);
    }

    public List<AmiEvent> named(String event) {
        return events.stream().filter(e -> e.event().equals(event)).toList();
    }

    public List<String> closed() {
        return List.copyOf(closed);
    }

    public long unreadable() {
        return unreadable.get();
    }

    /** Waits for an event whose header has this value. */
    public AmiEvent await(String event, String header, String value) {
        return Awaitility.await(event + " with " + header + " " + value)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> find(event, header, value), found -> !found.isEmpty())
                .get(0);
    }

    private List<AmiEvent> find(String event, String header, String value) {
        return events.stream()
                .filter(e -> e.event().equals(event) && e.text(header).equals(value))
                .toList();
    }
}
