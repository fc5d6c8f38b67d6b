package org.switchroom.guard.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.switchroom.guard.control.Findings;
import org.switchroom.guard.control.GuardKeeping;

/** Stores what the guard found, in one transaction. */
@Stateless
public class GuardFindings {
    @Inject
    private GuardKeeping keeping;

    /** Refusals go to the audit, countries to their table. */
    public void store(Findings found) {
        keeping.store(found);
    }
}
