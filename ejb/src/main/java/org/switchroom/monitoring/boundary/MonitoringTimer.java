package org.switchroom.monitoring.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import org.switchroom.common.control.Tick;
import org.switchroom.monitoring.control.AuditFigures;
import org.switchroom.monitoring.control.Beans;
import org.switchroom.monitoring.control.ChannelFigures;
import org.switchroom.monitoring.control.ChannelsMXBean;
import org.switchroom.monitoring.control.DatabaseWatch;
import org.switchroom.monitoring.control.Meters;
import org.switchroom.monitoring.control.MonitoringLog;
import org.switchroom.monitoring.control.QueueFigures;
import org.switchroom.monitoring.control.QueueMXBean;
import org.switchroom.monitoring.control.SelfAudit;
import org.switchroom.monitoring.control.SelfAuditMXBean;

/** Shows the figures by JMX while the application runs, keeps those for Prometheus at most two seconds old, and runs the self-audit. */
@Singleton
@Startup
@DependsOn({"SchemaMigration", "AmiResources"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MonitoringTimer {
    private static final long EVERY_MILLIS = 2000;

    @Resource
    private TimerService timers;

    @Resource
    private ManagedExecutorService executor;

    private Tick tick;

    @Inject
    private QueueFigures queue;

    @Inject
    private ChannelFigures channels;

    @Inject
    private DatabaseWatch watch;

    @Inject
    private SelfAudit audit;

    @Inject
    private AuditFigures audited;

    @Inject
    private Meters meters;

    @PostConstruct
    void start() {
        tick = new Tick(executor, this::work);
        Beans.show("Queue", QueueMXBean.class, queue);
        Beans.show("Channels", ChannelsMXBean.class, channels);
        Beans.show("SelfAudit", SelfAuditMXBean.class, audited);
        meters.register();
        timers.createIntervalTimer(EVERY_MILLIS, EVERY_MILLIS, new TimerConfig("monitoring", false));
    }

    @Timeout
    void tick() {
        tick.start();
    }

    private void work() {
        watch.look();
        if (watch.isReached()) {
            audit.tick();
        }
        try {
            meters.refresh();
        } catch (RuntimeException e) {
            MonitoringLog.LOG.notRefreshed(e);
        }
    }

    @PreDestroy
    void stop() {
        Beans.hide("Queue");
        Beans.hide("Channels");
        Beans.hide("SelfAudit");
    }
}
