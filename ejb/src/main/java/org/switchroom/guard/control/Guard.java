package org.switchroom.guard.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.guard.control.GuardRefusedException.Why;
import org.switchroom.guard.control.GuardRules.Outside;
import org.switchroom.guard.entity.CallProgress;
import org.switchroom.guard.entity.Caller;
import org.switchroom.guard.entity.CapKey;
import org.switchroom.guard.entity.DialledRow;
import org.switchroom.guard.entity.Dialling;
import org.switchroom.guard.entity.GuardSettings;
import org.switchroom.guard.entity.NewCountry;

/**
 * Judges what rows dial, from memory alone. Where nobody set the guard up all may call as before. Counts are this node's; those of calls
 * that were sent before it started are read from the rows. Safe for use by many threads.
 */
@ApplicationScoped
public class Guard {
    private static final Duration COUNTED = Duration.ofDays(1);
    private static final Duration ALARM = Duration.ofHours(1);

    private final GuardedCalls calls = new GuardedCalls();
    private final GuardJournal journal = new GuardJournal();
    private final Countries countries = new Countries();
    private final GuardRows rows;
    private final PermitRows people;
    private final DialledRows dialled;
    private final DatabaseTime time;
    private volatile GuardRules rules = GuardRules.OFF;
    private volatile int loaded = -1;

    @Inject
    public Guard(GuardRows rows, PermitRows people, DialledRows dialled, DatabaseTime time) {
        this.rows = rows;
        this.people = people;
        this.dialled = dialled;
        this.time = time;
    }

    /** For the container's proxy, and one that lets everything through. */
    public Guard() {
        this(null, null, null, null);
    }

    /** Knows the rules before anybody is judged. */
    @PostConstruct
    public void load() {
        refresh();
    }

    /** Whether anything is judged at all. */
    public boolean isEnforced() {
        return rules.isEnforced();
    }

    /**
     * Judges where a row would call, and counts nothing.
     *
     * @throws GuardRefusedException if it may not
     */
    public void check(Caller caller, Dialling dialling) {
        GuardRules now = rules;
        if (now.isEnforced()) {
            judge(now, caller, dialling, allowed -> {});
        }
    }

    /**
     * Judges a row that is about to be written, holds it to the caps and counts it.
     *
     * @param id of the row; one that is written again because nothing of it was written counts once
     * @throws GuardRefusedException if it may not
     */
    public void admit(long id, Caller caller, Dialling dialling) {
        GuardRules now = rules;
        if (!now.isEnforced()) {
            return;
        }
        judge(now, caller, dialling, allowed -> {
            if (allowed.outside().stream().allMatch(each -> each.to().isEmergency())) {
                return;
            }
            calls.admit(id, now, dialling, allowed.outside(), allowed.permit(), allowed.at());
            note(now, allowed);
        });
    }

    /** What was found to be allowed: where, for whom, when. */
    private record Allowed(List<Outside> outside, Permit permit, Instant at) {}

    private void judge(GuardRules now, Caller caller, Dialling dialling, Consumer<Allowed> then) {
        List<Outside> outside = now.outside(dialling);
        if (outside.isEmpty()) {
            return;
        }
        Permit permit = now.permit(caller);
        Instant at = time.now();
        try {
            outside.forEach(each -> now.judge(each, permit, at));
            then.accept(new Allowed(outside, permit, at));
        } catch (GuardRefusedException e) {
            journal.refused(permit.person(), e, at);
            throw e;
        }
    }

    /** Calls within the own country are no news. */
    private void note(GuardRules now, Allowed allowed) {
        allowed.outside().stream()
                .map(Outside::to)
                .filter(to -> !to.country().equals(now.plan().homeCountry()))
                .forEach(to -> countries.called(to.country(), allowed.permit().person(), allowed.at()));
    }

    /** Looks at the rules again; counts what was sent before, if they begin to be enforced. */
    void refresh() {
        GuardRules before = rules;
        int version = rows.version();
        GuardSettings settings =
                version == loaded ? before.settings() : rows.settings().settings();
        if (!settings.plan().enforced()) {
            rules = before.then(settings, GuardRules.Accounts.NONE);
            loaded = version;
            return;
        }
        GuardRules now = before.then(settings, people.read(rows.unlocks(time.now())));
        countries.know(rows.countries());
        if (!before.isEnforced()) {
            recount(now);
        }
        rules = now;
        loaded = version;
    }

    private void recount(GuardRules now) {
        calls.forget();
        dialled.sentSince(time.now().minus(COUNTED), row -> recall(now, row));
        GuardLog.LOG.counted("enforced", calls.callsToday(time.now()));
    }

    private void recall(GuardRules now, DialledRow row) {
        List<Outside> outside = now.outside(row.dialling());
        if (outside.stream().anyMatch(each -> !each.to().isEmergency())) {
            calls.recall(row.id(), now, row.dialling(), outside, now.permit(row.caller()), row.sentAt());
            calls.progress(row.id(), row.progress(), time.now());
        }
    }

    /** Asks how the calls go on that began. */
    void follow() {
        Set<Long> open = calls.open();
        if (!open.isEmpty()) {
            Map<Long, CallProgress> progress = dialled.progress(open);
            Instant now = time.now();
            open.forEach(id -> calls.progress(id, progress.getOrDefault(id, CallProgress.GONE), now));
        }
    }

    GuardJournal journal() {
        return journal;
    }

    Countries countries() {
        return countries;
    }

    /** Why a limit held a call up, if one did within the last hour. */
    public Optional<String> latestCap() {
        return journal.lastCap()
                .filter(cap -> time.now().isBefore(cap.at().plus(ALARM)))
                .map(GuardJournal.Refusals::latest);
    }

    /** Countries that are new and that nobody has looked at. */
    public List<NewCountry> alarms() {
        return isEnforced() ? countries.alarms(time.now()) : List.of();
    }

    public long refusedCount(Why why) {
        return journal.count(why);
    }

    /** Calls to numbers outside whose end is not known yet. */
    public int concurrentCalls() {
        return calls.concurrent();
    }

    public long callsToday() {
        return isEnforced() ? calls.callsToday(time.now()) : 0;
    }

    /** In units of {@link org.switchroom.guard.entity.Money}, what is reserved among it. */
    public long spendToday() {
        return isEnforced() ? calls.spendToday(CapKey.ALL, time.now()) : 0;
    }
}
