package org.switchroom.lead.boundary;

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
import org.switchroom.lead.control.LeadLog;

/** Every five seconds callbacks become due. On each node; a row changes once. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallbackTimer extends PeriodicTimer {
    @Inject
    private Callbacks callbacks;

    public CallbackTimer() {
        super("callbacks", Duration.ofSeconds(5));
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
            callbacks.keep();
        } catch (DatabaseException e) {
            LeadLog.LOG.debugf(e, "callbacks are not looked at now");
        } catch (RuntimeException e) {
            LeadLog.LOG.callbacksNotKept(e);
        }
    }
}
