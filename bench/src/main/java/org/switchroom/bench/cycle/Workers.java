package org.switchroom.bench.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Threads that do the same again and again until they are stopped. The first error ends all and is thrown by {@link #stop()}. */
final class Workers {
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<Exception> problem = new AtomicReference<>();
    private volatile boolean running = true;

    /** One turn of a worker's work. */
    @FunctionalInterface
    interface Turn {
        void make() throws Exception;
    }

    void start(String name, Turn turn) {
        Thread thread = new Thread(() -> repeat(turn), name);
        threads.add(thread);
        thread.start();
    }

    private void repeat(Turn turn) {
        try {
            while (running) {
                turn.make();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            problem.compareAndSet(null, e);
            running = false;
        }
    }

    boolean isRunning() {
        return running;
    }

    void stop() throws Exception {
        running = false;
        for (Thread thread : threads) {
            thread.join();
        }
        if (problem.get() != null) {
            throw problem.get();
        }
    }
}
