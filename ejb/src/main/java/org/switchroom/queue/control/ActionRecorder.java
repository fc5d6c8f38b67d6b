package org.switchroom.queue.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.switchroom.common.control.DatabaseException;

/**
 * Stores outcomes behind the threads that find them: reader threads of connections and lanes only put them here. One thread takes
 * what has gathered and commits it as a group. While the database is away they wait here; their number is bounded by what is claimed.
 */
@ApplicationScoped
public class ActionRecorder {
    private static final int LARGEST_GROUP = 500;
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    /** Most answers come within this time of the writing: both are stored with one commit. */
    private static final long GATHER_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    private final LinkedBlockingQueue<Outcome> waiting = new LinkedBlockingQueue<>();

    @Inject
    private OutcomeStore outcomes;

    @Resource
    private ManagedThreadFactory threads;

    private volatile Thread thread;

    /** Starts the recording thread; called once. */
    public void start() {
        thread = threads.newThread(this::run);
        thread.setName("switchroom-recorder");
        thread.start();
    }

    /** Stores what is left and ends the thread. */
    public void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    void record(Outcome outcome) {
        waiting.add(outcome);
    }

    /** Outcomes that are not stored yet. */
    public int depth() {
        return waiting.size();
    }

    private void run() {
        List<Outcome> group = new ArrayList<>();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                group.add(waiting.take());
                LockSupport.parkNanos(GATHER_NANOS);
                waiting.drainTo(group, LARGEST_GROUP - 1);
                store(group);
                group.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        storeWhatIsLeft(group);
    }

    /** Once: where the database is away too, these rows become UNKNOWN when their time is over. */
    private void storeWhatIsLeft(List<Outcome> group) {
        boolean interrupted = Thread.interrupted(); // a connection can't be taken with it
        waiting.drainTo(group);
        try {
            if (!group.isEmpty()) {
                outcomes.store(group);
            }
        } catch (RuntimeException e) {
            QueueLog.LOG.outcomesWait(group.size(), e.getMessage());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void store(List<Outcome> group) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                outcomes.store(group);
                return;
            } catch (DatabaseException e) {
                if (!e.mayRunAgain() && !e.isOutOfReach()) {
                    storeApart(group, e);
                    return;
                }
                QueueLog.LOG.outcomesWait(group.size(), e.getMessage());
                LockSupport.parkNanos(RETRY_NANOS);
            } catch (RuntimeException e) {
                storeApart(group, e);
                return;
            }
        }
    }

    /** One that can't be stored must not hold up the others; its row becomes UNKNOWN when its time is over. */
    private void storeApart(List<Outcome> group, RuntimeException problem) {
        if (group.size() > 1) {
            group.forEach(outcome -> store(List.of(outcome)));
        } else {
            QueueLog.LOG.outcomeNotStored(group.get(0).action().id(), problem);
        }
    }
}
