package org.switchroom.guard.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.switchroom.audit.boundary.AuditLog;
import org.switchroom.audit.entity.Actor;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.guard.control.GuardJournal.Refusals;
import org.switchroom.guard.entity.NewCountry;

/** Keeps the guard up to date, and stores what it found: refusals in the audit, countries that are new. */
@ApplicationScoped
public class GuardKeeping {
    private static final String SUBJECT = "guard";

    @Inject
    private Guard guard;

    @Inject
    private GuardRows rows;

    @Inject
    private AuditLog audit;

    protected GuardKeeping() {}

    public GuardKeeping(Guard guard, GuardRows rows, AuditLog audit) {
        this.guard = guard;
        this.rows = rows;
        this.audit = audit;
    }

    /** Brings the rules up to date and follows the calls; needs no transaction. */
    public void look() {
        guard.refresh();
        if (guard.isEnforced()) {
            guard.follow();
        }
    }

    /** What was found since this was asked last, once. */
    public Findings take() {
        return new Findings(guard.journal().take(), guard.countries().take());
    }

    /** Within the caller's transaction. */
    public void store(Findings findings) {
        findings.countries().forEach(this::store);
        findings.refusals().forEach(this::store);
    }

    /** They could not be stored: they are taken again with the next. */
    public void giveBack(Findings findings) {
        guard.journal().giveBack(findings.refusals());
        guard.countries().giveBack(findings.countries());
    }

    private void store(NewCountry country) {
        GuardLog.LOG.newCountry(country.country(), country.firstCalledBy());
        rows.add(country);
    }

    private void store(Refusals refusals) {
        GuardLog.LOG.refused(refusals.count(), refusals.person(), refusals.latest());
        audit.record(
                new Actor(refusals.person(), Actor.Way.SYSTEM, Optional.empty()),
                AuditEntry.of(SUBJECT, refusals.why().name())
                        .verb(AuditVerb.REFUSED)
                        .after(Map.of("rows", Long.toString(refusals.count()), "latest", refusals.latest())));
    }
}
