package org.switchroom.lead.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.switchroom.common.boundary.PeriodicTimer;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.DatabaseException;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.Tick;
import org.switchroom.lead.control.LeadLog;
import org.switchroom.lead.control.LeadsChanged;
import org.switchroom.lead.control.LoadProgressed;
import org.switchroom.lead.entity.LoadState;
import org.switchroom.lead.load.LoadFolder;
import org.switchroom.lead.load.LoadWorker;

/** Looks once a second whether a file waits to be checked or loaded. One check and one load go at a time, beside each other. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LeadLoadTimer extends PeriodicTimer {
    /** How often pages count leads anew while a load goes on: each count reads the list's index, which would slow the load down. */
    private static final long COUNTED_NANOS = TimeUnit.SECONDS.toNanos(10);

    @Resource
    private ManagedExecutorService executor;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private Database database;

    @Inject
    private LoadFolder folder;

    @Inject
    private DatabaseTime time;

    @Inject
    private Event<LoadProgressed> progressed;

    @Inject
    private Event<LeadsChanged> changed;

    private final AtomicLong countedNanos = new AtomicLong(System.nanoTime());
    private Tick checks;
    private Tick loads;

    public LeadLoadTimer() {
        super("lead loads", Duration.ofSeconds(1));
    }

    @PostConstruct
    void start() {
        int parallel = Integer.getInteger("switchroom.loads.threads", 2);
        String node = System.getProperty("jboss.node.name", "node");
        LoadWorker worker = new LoadWorker(database, folder, time, node, threads, parallel);
        checks = new Tick(executor, () -> work(worker, LoadState.CHECKING));
        loads = new Tick(executor, () -> work(worker, LoadState.LOADING));
        begin();
    }

    @PreDestroy
    void stop() {
        end();
    }

    @Override
    protected void work() {
        checks.start();
        loads.start();
    }

    private void work(LoadWorker worker, LoadState kind) {
        try {
            boolean more = true;
            while (more) {
                more = worker.workOnce(kind, id -> tell(kind, id));
                if (more && kind == LoadState.LOADING) {
                    changed.fire(new LeadsChanged());
                }
            }
        } catch (DatabaseException e) {
            LeadLog.LOG.debugf(e, "loads are not looked at now");
        } catch (RuntimeException e) {
            LeadLog.LOG.loadsNotLookedAt(e);
        }
    }

    private void tell(LoadState kind, long id) {
        progressed.fire(new LoadProgressed(id));
        long last = countedNanos.get();
        long now = System.nanoTime();
        if (kind == LoadState.LOADING && now - last > COUNTED_NANOS && countedNanos.compareAndSet(last, now)) {
            changed.fire(new LeadsChanged());
        }
    }
}
