package org.switchroom.queue.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What is claimed for one server and not written yet: urgent actions first, one writer at a time, so that a slow server holds up
 * nobody but itself. Safe for use by many threads.
 */
final class ServerLane {
    static final int CAPACITY = 200;

    private final Deque<ClaimedAction> urgent = new ArrayDeque<>();
    private final Deque<ClaimedAction> ordinary = new ArrayDeque<>();
    private final Executor executor;
    private final Consumer<ClaimedAction> writer;
    private final Runnable onRoom;
    private boolean writing;
    private boolean wasFull;

    /** @param onRoom told when a lane that was full is half empty again, so that more may be claimed */
    ServerLane(Executor executor, Runnable onRoom, Consumer<ClaimedAction> writer) {
        this.executor = executor;
        this.writer = writer;
        this.onRoom = onRoom;
    }

    /** How many more may be claimed. */
    synchronized int room() {
        return Math.max(0, CAPACITY - urgent.size() - ordinary.size());
    }

    void add(List<ClaimedAction> actions) {
        boolean start;
        synchronized (this) {
            actions.forEach(action -> (action.isUrgent() ? urgent : ordinary).add(action));
            wasFull |= room() == 0;
            start = !writing && !actions.isEmpty();
            writing |= start;
        }
        if (start) {
            start();
        }
    }

    /** If nobody can write now, the next that is added tries again. */
    private void start() {
        boolean started = false;
        try {
            executor.execute(this::write);
            started = true;
        } finally {
            if (!started) {
                stopped();
            }
        }
    }

    private void write() {
        boolean done = false;
        try {
            for (ClaimedAction next = next(); next != null; next = next()) {
                writer.accept(next);
                if (hasRoomAgain()) {
                    onRoom.run();
                }
            }
            done = true;
        } finally {
            if (!done) {
                stopped();
            }
        }
    }

    private synchronized boolean hasRoomAgain() {
        boolean again = wasFull && room() >= CAPACITY / 2;
        wasFull &= !again;
        return again;
    }

    private synchronized void stopped() {
        writing = false;
    }

    private synchronized ClaimedAction next() {
        ClaimedAction next = urgent.isEmpty() ? ordinary.poll() : urgent.poll();
        writing = next != null;
        return next;
    }
}
