package org.switchroom.bench.cycle;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/** db-scheduler with one-time tasks that do nothing, in the one way to fetch that it has for MariaDB; a finished task is deleted. */
final class SchedulerCycle implements Cycle {
    private static final int GROUP = 100;
    private static final int THREADS = 10;
    private static final long SHORT_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
    private static final String CREATE = """
            create table scheduled_tasks (
              task_name varchar(100) not null, task_instance varchar(100) not null, task_data blob,
              execution_time timestamp(6) not null, picked boolean not null, picked_by varchar(50),
              last_success timestamp(6) null, last_failure timestamp(6) null, consecutive_failures int,
              last_heartbeat timestamp(6) null, version bigint not null, priority smallint,
              primary key (task_name, task_instance),
              index execution_time_idx (execution_time), index last_heartbeat_idx (last_heartbeat),
              index priority_execution_time_idx (priority desc, execution_time asc))""";

    private final BenchDatabase database;
    private final AtomicLong inserted = new AtomicLong();
    private final AtomicLong finished = new AtomicLong();
    private final OneTimeTask<Void> task =
            Tasks.oneTime("bench").execute((instance, context) -> finished.incrementAndGet());
    private int backlog;

    SchedulerCycle(BenchDatabase database) {
        this.database = database;
    }

    @Override
    public String title() {
        return "db-scheduler";
    }

    @Override
    public void prepare(int newBacklog) throws SQLException {
        backlog = newBacklog;
        inserted.set(0);
        finished.set(0);
        database.run("drop table if exists scheduled_tasks", CREATE);
    }

    @Override
    public long run(double seconds) throws Exception {
        try (MariaDbPoolDataSource pool = new MariaDbPoolDataSource(database.url() + "&maxPoolSize=" + (THREADS + 4))) {
            pool.setUser(database.values().required("database.owner.user"));
            pool.setPassword(database.values().required("database.owner.password"));
            Scheduler scheduler = Scheduler.create(pool, task)
                    .threads(THREADS)
                    .pollUsingFetchAndLockOnExecute(1, 10)
                    .pollingInterval(Duration.ofMillis(100))
                    .build();
            while (inserted.get() - finished.get() < backlog) {
                insert(scheduler);
            }
            scheduler.start();
            Workers workers = new Workers();
            workers.start("client", () -> refill(scheduler));
            LockSupport.parkNanos((long) (seconds * 1e9 / 4));
            long before = finished.get();
            long begun = System.nanoTime();
            LockSupport.parkNanos((long) (seconds * 1e9));
            long done = finished.get() - before;
            double took = (System.nanoTime() - begun) / 1e9;
            workers.stop();
            scheduler.stop();
            return (long) (done / took * seconds);
        }
    }

    private void refill(Scheduler scheduler) {
        if (inserted.get() - finished.get() < backlog + GROUP) {
            insert(scheduler);
        } else {
            LockSupport.parkNanos(SHORT_NANOS);
        }
    }

    private void insert(Scheduler scheduler) {
        List<TaskInstance<?>> group = new ArrayList<>();
        for (int i = 0; i < GROUP; i++) {
            group.add(task.instance("t" + inserted.incrementAndGet()));
        }
        scheduler.scheduleBatch(group, Instant.now());
    }
}
