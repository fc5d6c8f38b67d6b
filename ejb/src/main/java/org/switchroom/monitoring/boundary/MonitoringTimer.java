package org.switchroom.monitoring.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.switchroom.common.boundary.PeriodicTimer;
import org.switchroom.monitoring.control.AuditFigures;
import org.switchroom.monitoring.control.Beans;
import org.switchroom.monitoring.control.ChannelFigures;
import org.switchroom.monitoring.control.ChannelsMXBean;
import org.switchroom.monitoring.control.DatabaseWatch;
import org.switchroom.monitoring.control.GuardFigures;
import org.switchroom.monitoring.control.GuardMXBean;
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
public class MonitoringTimer extends PeriodicTimer {
    private static final Duration PERIOD = Duration.ofMillis(2000);

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
    private GuardFigures guard;

    @Inject
    private Meters meters;

    public MonitoringTimer() {
        super("monitoring", PERIOD);
    }

    @PostConstruct
    void start() {
        Beans.show("Queue", QueueMXBean.class, queue);
        Beans.show("Channels", ChannelsMXBean.class, channels);
        Beans.show("SelfAudit", SelfAuditMXBean.class, audited);
        Beans.show("Guard", GuardMXBean.class, guard);
        meters.register();
        begin();
    }

    @Override
    protected void work() {
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
        end();
        Beans.hide("Queue");
        Beans.hide("Channels");
        Beans.hide("SelfAudit");
        Beans.hide("Guard");
    }
}
