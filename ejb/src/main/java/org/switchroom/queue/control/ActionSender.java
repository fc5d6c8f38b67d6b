package org.switchroom.queue.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.switchroom.common.control.DatabaseException;
import org.switchroom.server.control.ServerDirectory;
import org.switchroom.server.control.ServerOwnership;

/**
 * Brings rows to their servers. A timer makes a pass every 20 ms, or every 250 ms while no row waits for anything; a thread beside it looks
 * every 10 ms whether a row has come in, which is one read of an index, and is woken by whoever submits through our own code. A pass takes
 * in what can't be claimed as it is, claims what is due for servers that are up, as fast as each may get it, and hands it to the servers' lanes. Passes never
 * overlap.
 */
@ApplicationScoped
public class ActionSender implements SendingTurn {
    private static final long PROBE_MILLIS = 10;
    private static final long SHORT_PASS_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long OUT_OF_REACH_MILLIS = 100;
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long STRANDED_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ReentrantLock ticking = new ReentrantLock();
    private final Semaphore wakeUps = new Semaphore(0);
    private final Map<String, ServerLane> lanes = new ConcurrentHashMap<>();
    private long strandedLookedAtNanos = System.nanoTime();
    private volatile boolean reached = true;
    private volatile boolean idle;
    private volatile long passedNanos = System.nanoTime();
    private volatile Thread thread;

    /** One thread a server that is being written to. Of our own, because a lane must not wait for anybody else's work. */
    private ExecutorService writers;

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
    private ManagedThreadFactory threads;

    /** Starts the thread; a second call while it lives does nothing. */
    public synchronized void start() {
        if (writers == null) {
            writers = Executors.newCachedThreadPool(threads);
        }
        if (thread == null || !thread.isAlive()) {
            thread = threads.newThread(this::run);
            thread.setName("switchroom-sender");
            thread.start();
        }
    }

    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
        }
        if (writers != null) {
            writers.shutdown();
        }
    }

    /** Rows were submitted through our own code, or a lane has room again: look at once. Returns immediately. */
    @Override
    public void wake() {
        wakeUps.release();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                boolean woken = wakeUps.tryAcquire(reached ? PROBE_MILLIS : OUT_OF_REACH_MILLIS, TimeUnit.MILLISECONDS);
                wakeUps.drainPermits();
                safely(() -> probe(woken));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is due already is claimed by a pass; what is not is taken in, and claimed with it where that may be. */
    private void probe(boolean woken) {
        OptionalInt first = woken ? OptionalInt.of(ActionIntake.ORDINARY) : waiting.firstArrived();
        if (first.isPresent()) {
            ticking.lock();
            try {
                served.refresh();
                if (first.getAsInt() >= ActionIntake.ORDINARY || takeIn(System.nanoTime())) {
                    passes();
                }
            } finally {
                ticking.unlock();
            }
        }
    }

    /**
     * The timer's tick: passes over all servers until nothing is left that may go now. Does nothing if that is under way, or while the
     * database is out of reach: the thread finds out when it is back.
     */
    public void tick() {
        if (reached && ticking.tryLock()) {
            try {
                safely(this::passes);
            } finally {
                ticking.unlock();
            }
        }
    }

    /** Whether the timer's tick would be of use now. */
    public boolean isDue() {
        return reached && !idle || System.nanoTime() - passedNanos > IDLE_NANOS;
    }

    private void passes() {
        served.refresh();
        long begun = System.nanoTime();
        passedNanos = begun;
        boolean more = true;
        while (more) {
            more = pass(System.nanoTime());
        }
        figures.ticked(System.nanoTime() - begun);
    }

    /** What happens again and again is told once. */
    private void safely(Runnable work) {
        try {
            try {
                work.run();
            } catch (ClaimUnconfirmedException e) {
                writer.letWaitAgain(e.claimed(), "the claim was not confirmed by the database");
                throw e.problem();
            }
            if (!reached) {
                reached = true;
                QueueLog.LOG.senderGoesOn();
            }
        } catch (DatabaseException e) {
            if (!e.isOutOfReach()) {
                QueueLog.LOG.tickFailed(e);
            } else if (reached) {
                reached = false;
                QueueLog.LOG.senderWaits(e.getMessage());
            }
        } catch (RuntimeException e) {
            QueueLog.LOG.tickFailed(e);
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
        idle = !again && seen.nothing();
        boolean moreDue = false;
        for (LaneKey lane : served.inTurn(seen.lanes())) {
            moreDue |= serve(lane, nowNanos);
        }
        boolean more = seen.unjudged() && intake.judgeWaiting(nowNanos);
        if (nowNanos - strandedLookedAtNanos > STRANDED_NANOS) {
            strandedLookedAtNanos = nowNanos;
            stranded.free(all);
        }
        return moreDue || again || more;
    }

    /** Takes in one group and hands out what was claimed at once; whether more is to be done for it. */
    private boolean takeIn(long nowNanos) {
        ActionIntake.TakenIn taken = intake.takeIn(goingAtOnce(nowNanos));
        taken.claimed().forEach((lane, actions) -> handOut(lane, actions, nowNanos));
        return taken.more() || taken.due();
    }

    private AtOnce goingAtOnce(long nowNanos) {
        return new AtOnce() {
            @Override
            public int room(LaneKey lane) {
                return ActionSender.this.room(lane, nowNanos);
            }

            @Override
            public OptionalLong epoch(String serverName) {
                return ownership.epoch(serverName);
            }
        };
    }

    /** A short pass is waited for. Not while the sender waits for its turn: many who submit would keep it from SQL clients' rows. */
    @Override
    public void lend(Function<AtOnce, Map<LaneKey, List<ClaimedAction>>> work) {
        if (writers == null || ticking.hasQueuedThreads() || !isOurTurn()) {
            work.apply(new AtOnce() {});
            return;
        }
        try {
            long nowNanos = System.nanoTime();
            work.apply(goingAtOnce(nowNanos)).forEach((lane, actions) -> handOut(lane, actions, nowNanos));
        } finally {
            ticking.unlock();
        }
    }

    private boolean isOurTurn() {
        try {
            return ticking.tryLock(SHORT_PASS_NANOS, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void letWaitAgain(List<ClaimedAction> actions, String reason) {
        writer.letWaitAgain(actions, reason);
    }

    /** Whether as many were claimed as a lane holds, so that there may be more. */
    private boolean serve(LaneKey lane, long nowNanos) {
        OptionalLong epoch = ownership.epoch(lane.serverName());
        int limit = epoch.isPresent() ? room(lane, nowNanos) : 0;
        if (limit <= 0) {
            return false;
        }
        List<ClaimedAction> claimed = claim.claim(lane, epoch.getAsLong(), limit);
        handOut(lane, claimed, nowNanos);
        return claimed.size() == ServerLane.CAPACITY;
    }

    /** How many rows of a lane may be claimed now: what its server's memory and all limits leave. */
    private int room(LaneKey key, long nowNanos) {
        return directory
                .find(key.serverName())
                .filter(server -> server.isUp() && !writer.isPausing(server.name(), nowNanos))
                .map(server -> {
                    int room = lane(server.name()).room();
                    return key.originate() ? Math.min(room, served.allowance(server, key, nowNanos)) : room;
                })
                .orElse(0);
    }

    private void handOut(LaneKey key, List<ClaimedAction> claimed, long nowNanos) {
        if (key.originate()) {
            served.use(key, claimed.size(), nowNanos);
        }
        lane(key.serverName()).add(claimed);
    }

    private ServerLane lane(String serverName) {
        return lanes.computeIfAbsent(serverName, name -> new ServerLane(writers, this::wake, writer::write));
    }
}
