package org.switchroom.queue.boundary;

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
import org.switchroom.common.control.DatabaseClock;
import org.switchroom.common.control.DatabaseException;
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
public class QueueHousekeepingTimer extends PeriodicTimer {
    private static final Duration PERIOD = Duration.ofMillis(500);

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

    public QueueHousekeepingTimer() {
        super("queue housekeeping", PERIOD);
    }

    @PostConstruct
    void start() {
        begin();
    }

    @Override
    protected void work() {
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

    @PreDestroy
    void stop() {
        end();
    }
}
