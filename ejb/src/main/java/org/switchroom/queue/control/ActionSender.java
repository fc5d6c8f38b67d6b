package org.switchroom.queue.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.switchroom.server.control.ServerDirectory;
import org.switchroom.server.control.ServerFacts;
import org.switchroom.server.control.ServerOwnership;

/**
 * Brings rows to their servers. A tick takes in what arrived, claims what is due for servers that are up, as fast as each may get
 * it, and hands it to the servers' lanes. Ticks never overlap; a wake-up during a tick makes one more.
 */
@ApplicationScoped
public class ActionSender {
    private static final int LARGEST_CLAIM = 100;

    private final ReentrantLock ticking = new ReentrantLock();
    private final AtomicBoolean again = new AtomicBoolean();
    private final Map<String, ServerLane> lanes = new ConcurrentHashMap<>();
    private final Map<String, OriginateRate> rates = new ConcurrentHashMap<>();

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
    private StrandedRows stranded;

    @Inject
    private SendFigures figures;

    @Resource
    private ManagedExecutorService executor;

    /** Rows were submitted through our own API: look at once and not at the next tick. Returns immediately. */
    public void wake() {
        again.set(true);
        if (!ticking.isLocked()) {
            executor.execute(() -> tick(System.nanoTime()));
        }
    }

    /**
     * One pass over all servers. Does nothing if a pass is under way.
     *
     * @param nowNanos monotonic time, from which the rate of Originates follows
     */
    public void tick(long nowNanos) {
        if (!ticking.tryLock()) {
            return;
        }
        try {
            do {
                again.set(false);
                pass(nowNanos);
            } while (again.get());
            figures.ticked(System.nanoTime() - nowNanos);
        } finally {
            ticking.unlock();
        }
    }

    private void pass(long nowNanos) {
        WaitingRows.Seen seen = waiting.look();
        if (seen.waitingIsOver()) {
            intake.endWaiting();
        }
        if (seen.arrived() && intake.takeIn()) {
            again.set(true); // what is taken in goes out before the next group comes in
        }
        if (seen.arrived() || seen.waitingIsOver()) {
            seen = waiting.look();
        }
        seen.lanes().forEach(lane -> serve(lane, nowNanos));
    }

    private void serve(LaneKey key, long nowNanos) {
        Optional<ServerFacts> server = directory.find(key.serverName());
        if (server.isEmpty() || !server.get().enabled()) {
            stranded.fail(key.serverName(), server.isPresent());
        } else if (server.get().isUp()) {
            ownership
                    .epoch(key.serverName())
                    .ifPresent(epoch -> claimFor(server.get(), epoch, key.originate(), nowNanos));
        }
    }

    private void claimFor(ServerFacts server, long epoch, boolean originates, long nowNanos) {
        ServerLane lane = lanes.computeIfAbsent(server.name(), name -> new ServerLane(executor, writer::write));
        int limit = Math.min(LARGEST_CLAIM, lane.room());
        if (originates) {
            OriginateRate rate = rates.computeIfAbsent(server.name(), name -> new OriginateRate(nowNanos));
            int room = server.maxChannels() - directory.channelCount(server.name());
            limit = Math.min(limit, Math.min(room, rate.refill(nowNanos, server.maxOriginatesPerSecond())));
        }
        if (limit > 0 && !writer.isPausing(server.name(), nowNanos)) {
            List<ClaimedAction> claimed = claim.claim(server.name(), epoch, originates, limit);
            if (originates) {
                rates.get(server.name()).use(claimed.size());
            }
            lane.add(claimed);
        }
    }
}
