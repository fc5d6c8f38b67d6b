package org.switchroom.guard.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.switchroom.common.StaleVersionException;
import org.switchroom.guard.entity.GuardSettings;
import org.switchroom.guard.entity.NewCountry;
import org.switchroom.guard.entity.StoredSettings;
import org.switchroom.guard.entity.Unlock;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.control.UnknownNameException;
import org.switchroom.user.entity.RightKind;
import org.switchroom.user.entity.Violation;

/** Changes of what the guard goes by, within the caller's transaction. */
@ApplicationScoped
public class GuardEditing {
    private static final Duration LONGEST_OPEN = Duration.ofDays(90);
    private static final int LONGEST_REASON = 255;

    @Inject
    private GuardRows rows;

    protected GuardEditing() {}

    public GuardEditing(GuardRows rows) {
        this.rows = rows;
    }

    public StoredSettings settings() {
        return rows.settings();
    }

    /** What there was before. */
    public StoredSettings change(GuardSettings wanted, long seen, String by, Instant at) {
        SettingsRefusedException.ifAny(wanted.violations());
        StaleVersionException.refuse("the guard's settings", seen, rows.lock());
        StoredSettings before = rows.settings();
        rows.change(wanted, by, at);
        return before;
    }

    public List<Unlock> unlocks(Instant now) {
        return rows.unlocks(now);
    }

    /** Stores it; comes back with its id. */
    public Unlock unlock(Unlock wanted) {
        SettingsRefusedException.ifAny(violations(wanted));
        long id = rows.add(wanted);
        return new Unlock(
                id, wanted.group(), wanted.destination(), wanted.until(), wanted.reason(), wanted.by(), wanted.at());
    }

    private static List<Violation> violations(Unlock wanted) {
        List<Violation> found = new ArrayList<>();
        String group = wanted.group();
        if (group == null || RightKind.ALL.equals(group) || !RightKind.GROUP.spells(group)) {
            found.add(new Violation("group", "the name of a group"));
        }
        String to = wanted.destination();
        if (to == null || RightKind.ALL.equals(to) || !RightKind.DESTINATION.spells(to)) {
            found.add(new Violation("destination", "a country (DE), a kind there (DE:PREMIUM_RATE) or +881"));
        }
        Instant until = wanted.until();
        if (until == null
                || !until.isAfter(wanted.at())
                || until.isAfter(wanted.at().plus(LONGEST_OPEN))) {
            found.add(new Violation("until", "within the next %d days".formatted(LONGEST_OPEN.toDays())));
        }
        if (wanted.reason() != null && wanted.reason().length() > LONGEST_REASON) {
            found.add(new Violation("reason", "at most %d characters".formatted(LONGEST_REASON)));
        }
        return found;
    }

    public void shut(long unlock, Instant now) {
        if (!rows.end(unlock, now)) {
            throw new UnknownNameException("open destination", Long.toString(unlock));
        }
    }

    public List<NewCountry> countries() {
        return rows.countries();
    }

    public void seen(String country, String by) {
        if (!rows.seen(country, by)) {
            throw new UnknownNameException("alarm", country);
        }
    }
}
