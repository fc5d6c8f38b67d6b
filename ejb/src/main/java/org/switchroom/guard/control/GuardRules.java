package org.switchroom.guard.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.switchroom.guard.control.GuardRefusedException.Why;
import org.switchroom.guard.entity.Caller;
import org.switchroom.guard.entity.Cap;
import org.switchroom.guard.entity.CapKey;
import org.switchroom.guard.entity.CapScope;
import org.switchroom.guard.entity.Destination;
import org.switchroom.guard.entity.Dialling;
import org.switchroom.guard.entity.GuardPlan;
import org.switchroom.guard.entity.GuardSettings;
import org.switchroom.guard.entity.Money;
import org.switchroom.guard.entity.Rate;
import org.switchroom.guard.entity.Target;

/** All rules as they stand at one moment. Immutable but for what it remembers of numbers; safe for use by many threads. */
final class GuardRules {
    /** Nobody set the guard up: all may call as before. */
    static final GuardRules OFF = new GuardRules(GuardSettings.OFF, Accounts.NONE);

    /** Who foreign rows are that no account is mapped to. */
    static final String SQL = "sql";

    /**
     * Who there is.
     *
     * @param permits by the name of the account; one named like a group alone is in it
     * @param byDatabaseUser names of accounts
     * @param ownUser the database user of this application
     */
    record Accounts(Map<String, Permit> permits, Map<String, String> byDatabaseUser, String ownUser) {
        static final Accounts NONE = new Accounts(Map.of(), Map.of(), "");
    }

    /** Somewhere outside, and the header that names it. */
    record Outside(String field, Destination to) {}

    private final GuardSettings settings;
    private final Accounts accounts;
    private final NumberReading reading;
    private final Map<CapKey, Cap> caps = new HashMap<>();
    private final Map<String, Long> rates = new HashMap<>();

    GuardRules(GuardSettings settings, Accounts accounts) {
        this(settings, accounts, new NumberReading(settings.plan()));
    }

    private GuardRules(GuardSettings settings, Accounts accounts, NumberReading reading) {
        this.settings = settings;
        this.accounts = accounts;
        this.reading = reading;
        settings.caps().forEach(cap -> caps.put(cap.key(), cap));
        settings.rates().forEach(rate -> rates.put(rate.prefix(), units(rate)));
    }

    /** These rules after a look at the tables; what is known of numbers stays as long as they are read in the same way. */
    GuardRules then(GuardSettings now, Accounts people) {
        return new GuardRules(now, people, now.plan().equals(plan()) ? reading : new NumberReading(now.plan()));
    }

    GuardSettings settings() {
        return settings;
    }

    GuardPlan plan() {
        return settings.plan();
    }

    boolean isEnforced() {
        return plan().enforced();
    }

    /** All that it dials outside. */
    List<Outside> outside(Dialling dialling) {
        List<Outside> outside = new ArrayList<>();
        for (Target target : dialling.targets()) {
            reading.read(target).ifPresent(to -> outside.add(new Outside(target.field(), to)));
        }
        return outside;
    }

    /** Who answers for a row: whom its database user is mapped to, else whom our own code saw, else SQL. */
    Permit permit(Caller caller) {
        String user = caller.databaseUser();
        boolean own = user.isEmpty() || user.equals(accounts.ownUser());
        String said = own ? Optional.ofNullable(caller.submittedBy()).orElse("") : SQL;
        String name = accounts.byDatabaseUser().getOrDefault(user, said);
        return accounts.permits().getOrDefault(name, new Permit(name, "", Set.of(), List.of()));
    }

    /** @throws GuardRefusedException if this may not be called */
    void judge(Outside outside, Permit permit, Instant now) {
        Destination to = outside.to();
        if (to.isEmergency()) {
            return;
        }
        if (!to.isReadable()) {
            throw new GuardRefusedException(
                    outside.field(),
                    Why.UNREADABLE,
                    "%s is no number that can be read; People > Guard says how numbers are read"
                            .formatted(to.number()));
        }
        if (to.costly() && !permit.isOpen(to, now)) {
            throw new GuardRefusedException(
                    outside.field(),
                    Why.COSTLY,
                    "%s is costly (%s) and not open for %s; an administrator can open it for a while under People > Guard"
                            .formatted(to.number(), to.spelled(), permit.who()));
        }
        if (!to.costly() && !permit.allows(to)) {
            throw new GuardRefusedException(
                    outside.field(),
                    Why.DESTINATION,
                    "%s (%s) may not be called by %s; an administrator can allow it under People > Groups"
                            .formatted(to.number(), to.spelled(), permit.who()));
        }
    }

    Optional<Cap> cap(CapKey key) {
        return Optional.ofNullable(caps.get(key));
    }

    /** What this call counts for. */
    List<CapKey> keys(Dialling dialling, Permit permit) {
        List<CapKey> keys = new ArrayList<>(5);
        keys.add(CapKey.ALL);
        keys.add(new CapKey(CapScope.SERVER, dialling.serverName()));
        keys.add(new CapKey(CapScope.PERSON, permit.person()));
        if (!permit.group().isEmpty()) {
            keys.add(new CapKey(CapScope.GROUP, permit.group()));
        }
        if (!dialling.trunk().isEmpty()) {
            keys.add(new CapKey(CapScope.TRUNK, dialling.serverName() + "/" + dialling.trunk()));
        }
        return keys;
    }

    /** What a minute to there costs, in units of {@link Money}; the dearest of several. */
    long rate(List<Outside> outside) {
        return outside.stream()
                .map(Outside::to)
                .filter(to -> !to.isEmergency())
                .mapToLong(this::rate)
                .max()
                .orElse(0);
    }

    private long rate(Destination to) {
        for (int length = to.number().length(); length > 1; length--) {
            Long rate = rates.get(to.number().substring(0, length));
            if (rate != null) {
                return rate;
            }
        }
        return Money.units(plan().defaultRate());
    }

    private static long units(Rate rate) {
        return Money.units(rate.perMinute());
    }
}
