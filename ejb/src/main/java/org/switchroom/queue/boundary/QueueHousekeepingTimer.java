package org.switchroom.queue.boundary;

import jakarta.annotation.PostConstruct;
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
import org.switchroom.common.control.DatabaseClock;
import org.switchroom.common.control.DatabaseException;
import org.switchroom.common.control.Tick;
import org.switchroom.queue.control.ActionDeadlines;
import org.switchroom.queue.control.HistoryMove;
import org.switchroom.queue.control.QueueLog;
import org.switchroom.queue.control.Settlement;
import org.switchroom.queue.control.UnwatchedCalls;

/** Twice a second: deadlines, settling of UNKNOWN rows, the move to history, and a reading of the database's clock. */
@Singleton
@Startup
@DependsOn("ActionSenderTimer")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QueueHousekeepingTimer {
    private static final long EVERY_MILLIS = 500;

    @Resource
    private TimerService timers;

    @Resource
    private ManagedExecutorService executor;

    private Tick tick;

    @Inject
    private DatabaseClock clock;

    @Inject
    private ActionDeadlines deadlines;

    @Inject
    private Settlement settlement;

    @Inject
    private UnwatchedCalls unwatched;

    @Inject
    private HistoryMove history;

    @PostConstruct
    void start() {
        tick = new Tick(executor, this::work);
        timers.createIntervalTimer(EVERY_MILLIS, EVERY_MILLIS, new TimerConfig("queue housekeeping", false));
    }

    @Timeout
    void tick() {
        tick.start();
    }

    private void work() {
        try {
            clock.read();
            deadlines.enforce();
            settlement.settle();
            unwatched.close();
            history.move();
        } catch (DatabaseException e) {
            if (!e.isOutOfReach()) {
                QueueLog.LOG.tickFailed(e);
            } // else the sender has told it, once
        } catch (RuntimeException e) {
            QueueLog.LOG.tickFailed(e);
        }
    }
}
