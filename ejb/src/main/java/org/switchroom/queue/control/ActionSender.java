package org.switchroom.queue.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.switchroom.common.control.DatabaseException;
import org.switchroom.server.control.ServerDirectory;
import org.switchroom.server.control.ServerFacts;
import org.switchroom.server.control.ServerOwnership;

/**
 * Brings rows to their servers. A thread of its own looks every 5 ms whether a row has come in, which is one read of an index, and every
 * 20 ms what is due; who submits through our own code wakes it. A pass takes in what arrived, claims what is due for servers that are up,
 * as fast as each may get it, and hands it to the servers' lanes. Passes never overlap.
 */
@ApplicationScoped
public class ActionSender {
    private static final int LARGEST_CLAIM = 100;
    private static final long PROBE_MILLIS = 5;
    private static final int PROBES_PER_LOOK = 4;
    private static final long OUT_OF_REACH_MILLIS = 100;
    private static final long STRANDED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ReentrantLock ticking = new ReentrantLock();
    private final Semaphore wakeUps = new Semaphore(0);
    private final Map<String, ServerLane> lanes = new ConcurrentHashMap<>();
    private long strandedLookedAtNanos = System.nanoTime();
    private volatile Thread thread;

    @Inject
    private WaitingRows waiting;

    @Inject
    private ActionIntake intake;

    @Inject
    private ActionClaim claim;

    @Inject
    private ActionWriter writer;

    @Inject
    private ServerDirectory directory;

    @Inject
    private ServerOwnership ownership;

    @Inject
    private ServerLanes served;

    @Inject
    private StrandedRows stranded;

    @Inject
    private SendFigures figures;

    @Resource
    private ManagedExecutorService executor;

    @Resource
    private ManagedThreadFactory threads;

    /** Starts the thread; a second call while it lives does nothing. */
    public synchronized void start() {
        if (thread == null || !thread.isAlive()) {
            thread = threads.newThread(this::run);
            thread.setName("switchroom-sender");
            thread.start();
        }
    }

    /** Ends the thread. */
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Rows were submitted through our own code, or a lane has room again: look at once. Returns immediately. */
    public void wake() {
        wakeUps.release();
    }

    private void run() {
        boolean reached = true;
        try {
            for (int probe = 0; !Thread.currentThread().isInterrupted(); probe++) {
                boolean woken = wakeUps.tryAcquire(reached ? PROBE_MILLIS : OUT_OF_REACH_MILLIS, TimeUnit.MILLISECONDS);
                wakeUps.drainPermits();
                reached = turn(woken || probe % PROBES_PER_LOOK == 0, reached);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One turn of the thread; whether the database could be reached. What happens again and again is told once. */
    private boolean turn(boolean look, boolean reachedBefore) {
        try {
            if (look) {
                tick(System.nanoTime());
            } else if (waiting.anyArrived() && takeIn(System.nanoTime())) {
                tick(System.nanoTime());
            }
            if (!reachedBefore) {
                QueueLog.LOG.senderGoesOn();
            }
            return true;
        } catch (DatabaseException e) {
            if (!e.isOutOfReach()) {
                QueueLog.LOG.tickFailed(e);
            } else if (reachedBefore) {
                QueueLog.LOG.senderWaits(e.getMessage());
            }
            return !e.isOutOfReach();
        } catch (RuntimeException e) {
            QueueLog.LOG.tickFailed(e);
            return true;
        }
    }

    /**
     * Looks, and passes over all servers until nothing is left that may go now. Does nothing if that is under way.
     *
     * @param nowNanos monotonic time, from which the rate of Originates follows
     */
    public void tick(long nowNanos) {
        if (!ticking.tryLock()) {
            return;
        }
        try {
            boolean more = true;
            while (more) {
                more = pass(System.nanoTime());
            }
            figures.ticked(System.nanoTime() - nowNanos);
        } finally {
            ticking.unlock();
        }
    }

    /** Whether another pass would find something to do. */
    private boolean pass(long nowNanos) {
        List<LaneKey> all = served.all();
        WaitingRows.Seen seen = waiting.look(all);
        if (seen.waitingIsOver()) {
            intake.endWaiting();
        }
        boolean again = seen.waitingIsOver() || seen.arrived() && takeIn(nowNanos);
        if (again) {
            seen = waiting.look(all); // what is taken in goes out before the next group comes in
        }
        boolean moreDue = false;
        for (LaneKey lane : served.inTurn(seen.lanes())) {
            moreDue |= serve(lane, nowNanos);
        }
        if (nowNanos - strandedLookedAtNanos > STRANDED_NANOS) {
            strandedLookedAtNanos = nowNanos;
            stranded.free(all);
        }
        return moreDue || again;
    }

    /** Takes in one group and hands out what was claimed at once; whether more is to be done for it. */
    private boolean takeIn(long nowNanos) {
        ActionIntake.TakenIn taken = intake.takeIn(new ActionIntake.AtOnce() {
            @Override
            public int room(LaneKey lane) {
                return directory
                        .find(lane.serverName())
                        .map(server -> ActionSender.this.room(server, lane, nowNanos))
                        .orElse(0);
            }

            @Override
            public OptionalLong epoch(String serverName) {
                return ownership.epoch(serverName);
            }
        });
        taken.claimed().forEach((lane, actions) -> handOut(lane, actions, nowNanos));
        return taken.more() || taken.due();
    }

    private boolean serve(LaneKey lane, long nowNanos) {
        return directory
                .find(lane.serverName())
                .map(server -> ownership.epoch(server.name()).stream()
                        .anyMatch(epoch -> claimFor(server, epoch, lane, nowNanos)))
                .orElse(false);
    }

    /** Whether as many were claimed as one claim takes, so that there may be more. */
    private boolean claimFor(ServerFacts server, long epoch, LaneKey lane, long nowNanos) {
        int limit = room(server, lane, nowNanos);
        if (limit <= 0) {
            return false;
        }
        List<ClaimedAction> claimed = claim.claim(lane, epoch, limit);
        handOut(lane, claimed, nowNanos);
        return claimed.size() == LARGEST_CLAIM;
    }

    /** How many rows of a lane may be claimed now: what its server's memory and all limits leave. */
    private int room(ServerFacts server, LaneKey key, long nowNanos) {
        if (!server.isUp() || writer.isPausing(server.name(), nowNanos)) {
            return 0;
        }
        int room = Math.min(LARGEST_CLAIM, lane(server.name()).room());
        return key.originate() ? Math.min(room, served.allowance(server, key, nowNanos)) : room;
    }

    private void handOut(LaneKey key, List<ClaimedAction> claimed, long nowNanos) {
        if (key.originate()) {
            served.use(key, claimed.size(), nowNanos);
        }
        lane(key.serverName()).add(claimed);
    }

    private ServerLane lane(String serverName) {
        return lanes.computeIfAbsent(serverName, name -> new ServerLane(executor, this::wake, writer::write));
    }
}
