package org.switchroom.user.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import org.switchroom.common.boundary.PeriodicTimer;
import org.switchroom.user.control.UserLog;
import org.switchroom.user.entity.SessionOrigin;
import org.switchroom.user.entity.SessionsEnded;

/** Tells this node within two seconds which sessions ended, wherever somebody ended them. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SessionTimer extends PeriodicTimer {
    private static final Duration LOOKS_BACK = Duration.ofSeconds(30);

    @Inject
    private Sessions sessions;

    @Inject
    private Event<SessionsEnded> ended;

    public SessionTimer() {
        super("sessions", Duration.ofSeconds(2));
    }

    @PostConstruct
    void start() {
        sessions.forgetThoseOf(SessionOrigin.thisNode());
        begin();
    }

    @PreDestroy
    void stop() {
        end();
    }

    @Override
    protected void work() {
        try {
            Set<Long> ids = sessions.endedWithin(LOOKS_BACK);
            if (!ids.isEmpty()) {
                ended.fire(new SessionsEnded(ids));
            }
        } catch (RuntimeException e) {
            UserLog.LOG.debug("ended sessions are not looked for now", e);
        }
    }
}
