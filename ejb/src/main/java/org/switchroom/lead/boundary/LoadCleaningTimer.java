package org.switchroom.lead.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import org.switchroom.common.boundary.PeriodicTimer;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.DatabaseException;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.lead.control.LeadLog;
import org.switchroom.lead.load.LoadCleaning;
import org.switchroom.lead.load.LoadFolder;

/** At the start and then every hour removes files of loads that nobody needs. On each node, which may have a folder of its own. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LoadCleaningTimer extends PeriodicTimer {
    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Database database;

    @Inject
    private LoadFolder folder;

    @Inject
    private DatabaseTime time;

    public LoadCleaningTimer() {
        super("files of loads", Duration.ofHours(1));
    }

    @PostConstruct
    void start() {
        begin();
        executor.execute(this::work);
    }

    @PreDestroy
    void stop() {
        end();
    }

    @Override
    protected void work() {
        try {
            new LoadCleaning(database, folder).clean(time.now());
        } catch (DatabaseException e) {
            LeadLog.LOG.debugf(e, "files of loads are not looked at now");
        } catch (RuntimeException e) {
            LeadLog.LOG.filesNotCleaned(e);
        }
    }
}
