package org.switchroom.queue.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.switchroom.common.boundary.PeriodicTimer;
import org.switchroom.queue.control.ActionRecorder;
import org.switchroom.queue.control.ActionSender;
import org.switchroom.queue.control.QueueLog;

/** Looks every 20 ms what is due, and after the sender's thread, which is started again should it have ended. */
@Singleton
@Startup
@DependsOn({"SchemaMigration", "ServerStartup"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ActionSenderTimer extends PeriodicTimer {
    private static final Duration PERIOD = Duration.ofMillis(20);

    @Inject
    private ActionSender sender;

    @Inject
    private ActionRecorder recorder;

    public ActionSenderTimer() {
        super("action sender", PERIOD);
    }

    @PostConstruct
    void start() {
        recorder.start();
        sender.start();
        begin();
    }

    @Override
    protected boolean isDue() {
        return sender.isDue();
    }

    @Override
    protected void work() {
        try {
            sender.start();
            sender.tick();
        } catch (RuntimeException e) {
            QueueLog.LOG.tickFailed(e);
        }
    }

    @PreDestroy
    void stop() {
        end();
        sender.stop();
        recorder.stop();
    }
}
