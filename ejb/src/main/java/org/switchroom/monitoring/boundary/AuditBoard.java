package org.switchroom.monitoring.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.switchroom.monitoring.control.DatabaseWatch;
import org.switchroom.monitoring.control.LeaseReading;
import org.switchroom.monitoring.control.SelfAudit;
import org.switchroom.monitoring.entity.Finding;
import org.switchroom.monitoring.entity.Owner;

/** What the self-audit found, and who owns which server, for pages. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditBoard {
    @Inject
    private SelfAudit audit;

    @Inject
    private LeaseReading leases;

    @Inject
    private DatabaseWatch watch;

    /** The latest findings; empty before the first run. */
    public List<Finding> findings() {
        return audit.findings();
    }

    /** Looks now. */
    public List<Finding> lookNow() {
        return audit.run();
    }

    /** Whether the database answered when it was asked last, two seconds ago at most. Never waits. */
    public boolean isDatabaseReached() {
        return watch.isReached();
    }

    /** Owners by server name. */
    public Map<String, Owner> owners() {
        return leases.owners();
    }
}
