package org.switchroom.server.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.switchroom.common.control.DatabaseClock;
import org.switchroom.common.control.DatabaseException;
import org.switchroom.server.control.LeaseKeeper;
import org.switchroom.server.control.ServerLog;
import org.switchroom.server.control.ServerMembership;
import org.switchroom.server.control.ServerWatch;

/**
 * Lets all enabled servers take part when the application starts, keeps this node's leases and follows changes of other nodes, twice
 * a second. It has a thread of its own, because a lease that is renewed late is lost: it must not wait for anybody's work.
 */
@Singleton
@Startup
@DependsOn({"SchemaMigration", "AmiResources"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ServerStartup {
    private static final long EVERY_MILLIS = 500;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private Thread thread;

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private ServerRegistry registry;

    @Inject
    private ServerMembership membership;

    @Inject
    private ServerWatch watch;

    @Inject
    private LeaseKeeper leases;

    @Inject
    private DatabaseClock clock;

    @PostConstruct
    void start() {
        clock.read();
        step();
        thread = threads.newThread(this::run);
        thread.setName("switchroom-leases");
        thread.start();
    }

    private void run() {
        try {
            while (!stopping.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                safeStep();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void safeStep() {
        try {
            step();
        } catch (DatabaseException e) {
            ServerLog.LOG.leasesNotRenewed(e.getMessage());
        } catch (RuntimeException e) {
            ServerLog.LOG.leaseTickFailed(e);
        }
    }

    private void step() {
        watch.changed()
                .forEach(name -> registry.find(name).ifPresentOrElse(membership::apply, () -> membership.remove(name)));
        leases.tick();
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
            leases.stop();
        } catch (DatabaseException e) {
            ServerLog.LOG.leasesNotRenewed(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
