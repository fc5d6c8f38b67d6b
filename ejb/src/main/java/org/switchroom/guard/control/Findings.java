package org.switchroom.guard.control;

import java.util.List;
import org.switchroom.guard.control.GuardJournal.Refusals;
import org.switchroom.guard.entity.NewCountry;

/** What the guard found and nobody has stored yet. */
public record Findings(List<Refusals> refusals, List<NewCountry> countries) {

    public boolean isNothing() {
        return refusals.isEmpty() && countries.isEmpty();
    }
}
