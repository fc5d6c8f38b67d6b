package org.switchroom.queue.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
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
import org.switchroom.queue.control.ActionRecorder;
import org.switchroom.queue.control.ActionSender;
import org.switchroom.queue.control.QueueLog;

/** Looks every 20 ms what is due, and after the sender's thread, which is started again should it have ended. */
@Singleton
@Startup
@DependsOn({"SchemaMigration", "ServerStartup"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ActionSenderTimer {
    private static final long EVERY_MILLIS = 20;

    @Resource
    private TimerService timers;

    @Resource
    private ManagedExecutorService executor;

    private Tick tick;

    @Inject
    private ActionSender sender;

    @Inject
    private ActionRecorder recorder;

    @PostConstruct
    void start() {
        tick = new Tick(executor, this::work);
        recorder.start();
        sender.start();
        timers.createIntervalTimer(EVERY_MILLIS, EVERY_MILLIS, new TimerConfig("action sender", false));
    }

    @Timeout
    void tick() {
        if (sender.isDue()) {
            tick.start();
        }
    }

    private void work() {
        try {
            sender.start();
            sender.tick();
        } catch (RuntimeException e) {
            QueueLog.LOG.tickFailed(e);
        }
    }

    @PreDestroy
    void stop() {
        sender.stop();
        recorder.stop();
    }
}
