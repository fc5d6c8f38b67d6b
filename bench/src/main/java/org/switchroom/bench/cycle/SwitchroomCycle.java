package org.switchroom.bench.cycle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.switchroom.ami.AmiResponse;
import org.switchroom.queue.control.BenchedQueue;

/**
 * Ours: a foreign client inserts, the sender's thread takes in and claims, the recorder's thread stores outcomes. Without a wire the server answers at once.
 */
final class SwitchroomCycle implements Cycle {
    private static final int GROUP = 100;
    private static final int LARGEST_GROUP = 500;

    /** What a lane of the server holds. */
    private static final int LARGEST_CLAIM = 200;

    private static final long SHORT_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
    private static final String INSERT =
            "insert into queued_action (server_name, action, headers, expires_at) values (?, 'Ping', '{}', '2099-01-01')";

    /** How an action goes to the server, and its answer back. */
    interface Wire {
        CompletableFuture<AmiResponse> write(String actionId);
    }

    private final BenchDatabase database;
    private final Wire wire;
    private final BenchedQueue queue;
    private final LinkedBlockingQueue<BenchedQueue.Told> outcomes = new LinkedBlockingQueue<>();
    private final AtomicLong inserted = new AtomicLong();
    private final AtomicLong claimed = new AtomicLong();
    private final AtomicLong finished = new AtomicLong();
    private final Connection client;
    private int backlog;

    SwitchroomCycle(BenchDatabase database) throws SQLException {
        this(database, actionId -> CompletableFuture.completedFuture(Messages.pong()));
    }

    SwitchroomCycle(BenchDatabase database, Wire wire) throws SQLException {
        this.database = database;
        this.wire = wire;
        this.queue = new BenchedQueue(database, Instant.now());
        this.client = database.connect("client");
        client.setAutoCommit(false);
    }

    @Override
    public String title() {
        return "Switchroom";
    }

    @Override
    public void prepare(int newBacklog) throws SQLException {
        backlog = newBacklog;
        database.run(
                "truncate table queued_action",
                "truncate table queued_action_history",
                "truncate table action_transition");
        inserted.set(0);
        claimed.set(0);
        finished.set(0);
        outcomes.clear();
        insert(Math.max(5_000, GROUP));
        database.run(
                "update queued_action set status = 'SUCCEEDED', stage = null, judged = true, settle_by = null, finished_at = utc_timestamp(3)");
        for (int rows = 0; rows < backlog; rows += GROUP) {
            insert(GROUP);
        }
        inserted.set(backlog);
        while (queue.takeIn()) {
            // until all are due
        }
        database.run("analyze table queued_action");
    }

    @Override
    public long run(double seconds) throws Exception {
        long before = finished.get();
        Workers workers = new Workers();
        workers.start("client", this::refill);
        workers.start("sender", this::send);
        workers.start("recorder", this::record);
        LockSupport.parkNanos((long) (seconds * 1e9));
        workers.stop();
        return finished.get() - before;
    }

    private void refill() throws SQLException {
        if (inserted.get() - claimed.get() < backlog + GROUP) {
            insert(GROUP);
            inserted.addAndGet(GROUP);
        } else {
            LockSupport.parkNanos(SHORT_NANOS);
        }
    }

    private void insert(int count) throws SQLException {
        try (PreparedStatement insert = client.prepareStatement(INSERT)) {
            for (int i = 0; i < count; i++) {
                insert.setString(1, BenchedQueue.SERVER);
                insert.addBatch();
            }
            insert.executeBatch();
            client.commit();
        }
    }

    /** Not more is claimed than the lane holds, as in the server. */
    private void send() {
        if (outcomes.size() > 2 * LARGEST_GROUP) {
            LockSupport.parkNanos(SHORT_NANOS);
            return;
        }
        List<BenchedQueue.Told> written = queue.pass(LARGEST_CLAIM);
        claimed.addAndGet(written.size());
        for (BenchedQueue.Told told : written) {
            outcomes.add(told);
            wire.write(told.actionId()).thenAccept(answer -> outcomes.add(told.answer(answer, queue.now())));
        }
        if (written.isEmpty()) {
            LockSupport.parkNanos(SHORT_NANOS);
        }
    }

    private void record() throws InterruptedException {
        BenchedQueue.Told first = outcomes.poll(10, TimeUnit.MILLISECONDS);
        if (first != null) {
            List<BenchedQueue.Told> group = new ArrayList<>(List.of(first));
            outcomes.drainTo(group, LARGEST_GROUP - 1);
            finished.addAndGet(queue.store(group));
        }
    }
}
