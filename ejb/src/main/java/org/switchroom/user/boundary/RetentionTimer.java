package org.switchroom.user.boundary;

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
import org.switchroom.user.control.UserLog;

/** Once an hour removes what was kept of people for long enough: who was signed in from where, and where wrong tries came from. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RetentionTimer extends PeriodicTimer {
    private static final Duration TRIES_KEPT = Duration.ofDays(1);

    @Inject
    private Sessions sessions;

    @Inject
    private SignInTries tries;

    @Inject
    private RulesOfSignIn rules;

    public RetentionTimer() {
        super("retention of what is known of people", Duration.ofHours(1));
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
            sessions.removeOlderThan(Duration.ofDays(rules.rules().sessionsKeptDays()));
            tries.forget(TRIES_KEPT);
        } catch (RuntimeException e) {
            UserLog.LOG.retentionFailed(e);
        }
    }
}
