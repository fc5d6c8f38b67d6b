package org.switchroom.guard.boundary;

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
import org.switchroom.common.control.DatabaseException;
import org.switchroom.guard.control.Findings;
import org.switchroom.guard.control.GuardKeeping;
import org.switchroom.guard.control.GuardLog;

/** Once a second the guard looks at its rules and at the calls that it let, and what it found is stored. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GuardTimer extends PeriodicTimer {
    @Inject
    private GuardKeeping keeping;

    @Inject
    private GuardFindings findings;

    public GuardTimer() {
        super("guard", Duration.ofSeconds(1));
    }

    @PostConstruct
    void start() {
        begin();
    }

    @PreDestroy
    void stop() {
        end();
    }

    @Override
    protected void work() {
        try {
            keeping.look();
            store(keeping.take());
        } catch (DatabaseException e) {
            GuardLog.LOG.debugf(e, "the guard looks at nothing now");
        } catch (RuntimeException e) {
            GuardLog.LOG.notKept(e);
        }
    }

    private void store(Findings found) {
        if (found.isNothing()) {
            return;
        }
        try {
            findings.store(found);
        } catch (RuntimeException e) {
            keeping.giveBack(found);
            throw e;
        }
    }
}
