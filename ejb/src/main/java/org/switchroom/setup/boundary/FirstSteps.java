package org.switchroom.setup.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import org.switchroom.audit.boundary.AuditLog;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.setup.control.FirstStepRows;
import org.switchroom.setup.entity.FirstStepsState;

/** What an installation still lacks before its first call. */
@Stateless
@DatabaseTurn
public class FirstSteps {
    @Inject
    private FirstStepRows rows;

    @Inject
    private AuditLog audit;

    public FirstStepsState state() {
        return rows.state();
    }

    /** Puts the list away, or takes it out again. */
    public void hide(boolean hidden) {
        rows.hide(hidden);
        audit.record(AuditEntry.of("setting", "first_steps.hidden").after(Map.of("hidden", Boolean.toString(hidden))));
    }
}
