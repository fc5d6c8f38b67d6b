package org.switchroom.guard.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.switchroom.audit.boundary.AuditLog;
import org.switchroom.audit.boundary.CurrentActor;
import org.switchroom.audit.entity.Actor;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.guard.control.Guard;
import org.switchroom.guard.control.GuardEditing;
import org.switchroom.guard.entity.GuardSettings;
import org.switchroom.guard.entity.NewCountry;
import org.switchroom.guard.entity.StoredSettings;
import org.switchroom.guard.entity.Unlock;

/** What administrators tell the guard, and what it tells them. Each change is in the audit and holds within seconds on every node. */
@Stateless
@DatabaseTurn
public class GuardBoard {
    private static final String SUBJECT = "guard";
    private static final String UNLOCK = "guard_unlock";

    @Inject
    GuardEditing editing;

    @Inject
    Guard guard;

    @Inject
    AuditLog audit;

    @Inject
    CurrentActor current;

    @Inject
    DatabaseTime time;

    /** The settings as they are stored. */
    public StoredSettings settings() {
        return editing.settings();
    }

    /**
     * Stores all settings.
     *
     * @param seen the version that the change rests on
     * @throws org.switchroom.user.control.SettingsRefusedException if something of it can't be
     * @throws org.switchroom.common.StaleVersionException if somebody else changed them meanwhile
     */
    public StoredSettings change(GuardSettings wanted, long seen) {
        StoredSettings before = editing.change(wanted, seen, by(), time.now());
        audit.record(AuditEntry.of(SUBJECT, "settings")
                .before(before.settings().fields())
                .after(wanted.fields()));
        return editing.settings();
    }

    /** What is open now. */
    public List<Unlock> unlocks() {
        return editing.unlocks(time.now());
    }

    /**
     * Opens costly numbers for one group for a while.
     *
     * @param reason may be null
     * @throws org.switchroom.user.control.SettingsRefusedException if the group, the destination or the time can't be
     */
    public Unlock unlock(String group, String destination, Instant until, String reason) {
        Unlock unlock = editing.unlock(new Unlock(0, group, destination, until, reason, by(), time.now()));
        audit.record(AuditEntry.of(UNLOCK, Long.toString(unlock.id()))
                .verb(AuditVerb.ADDED)
                .after(fields(unlock)));
        return unlock;
    }

    /**
     * Shuts them again.
     *
     * @throws org.switchroom.user.control.UnknownNameException if nothing of this id is open
     */
    public void shut(long unlock) {
        editing.shut(unlock, time.now());
        audit.record(AuditEntry.of(UNLOCK, Long.toString(unlock))
                .verb(AuditVerb.REMOVED)
                .before(Map.of("open", "true")));
    }

    /** Why a limit held a call up on this node, if one did within the last hour. */
    public Optional<String> latestCap() {
        return guard.latestCap();
    }

    /** Countries that are new and that nobody has looked at, as this node knows. */
    public List<NewCountry> alarms() {
        return guard.alarms();
    }

    /** Every country that was called, the newest first. */
    public List<NewCountry> countries() {
        return editing.countries();
    }

    /**
     * Somebody has seen that a country is called.
     *
     * @throws org.switchroom.user.control.UnknownNameException if it has no alarm
     */
    public void seen(String country) {
        editing.seen(country, by());
        audit.record(AuditEntry.of("guard_country", country).after(Map.of("seen", "true")));
    }

    private static Map<String, String> fields(Unlock unlock) {
        return Map.of(
                "group",
                unlock.group(),
                "destination",
                unlock.destination(),
                "until",
                unlock.until().toString(),
                "reason",
                unlock.reason() == null ? "" : unlock.reason());
    }

    private String by() {
        try {
            return current.actor().name();
        } catch (ContextNotActiveException e) {
            return Actor.SYSTEM.name();
        }
    }
}
