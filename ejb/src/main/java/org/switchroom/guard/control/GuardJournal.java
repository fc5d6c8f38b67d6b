package org.switchroom.guard.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.switchroom.guard.control.GuardRefusedException.Why;

/**
 * What the guard refused: counted for ever, and gathered until somebody takes it for the audit, so that a flood of refused rows is a few
 * entries. Safe for use by many threads.
 */
public final class GuardJournal {
    /** Refusals of one person for one reason since they were taken last, with the latest reason. */
    public record Refusals(String person, Why why, long count, String latest, Instant at) {}

    private record Key(String person, Why why) {}

    private static final int MOST_KEYS = 1000;

    private final Map<Why, AtomicLong> totals = new EnumMap<>(Why.class);
    private final Map<Key, Refusals> gathered = new HashMap<>();
    private Refusals lastCap;

    GuardJournal() {
        for (Why why : Why.values()) {
            totals.put(why, new AtomicLong());
        }
    }

    void refused(String person, GuardRefusedException refusal, Instant at) {
        totals.get(refusal.why()).incrementAndGet();
        synchronized (this) {
            Key key = new Key(person, refusal.why());
            Refusals before = gathered.get(key);
            Refusals now = new Refusals(
                    person, refusal.why(), (before == null ? 0 : before.count()) + 1, refusal.getMessage(), at);
            if (before != null || gathered.size() < MOST_KEYS) {
                gathered.put(key, now);
            }
            lastCap = refusal.why() == Why.CAP ? now : lastCap;
        }
    }

    /** What was gathered, once. */
    synchronized List<Refusals> take() {
        List<Refusals> taken = new ArrayList<>(gathered.values());
        gathered.clear();
        return taken;
    }

    /** They could not be stored: they count with the next. */
    synchronized void giveBack(List<Refusals> refusals) {
        for (Refusals each : refusals) {
            gathered.merge(
                    new Key(each.person(), each.why()),
                    each,
                    (now, then) ->
                            new Refusals(now.person(), now.why(), now.count() + then.count(), now.latest(), now.at()));
        }
    }

    long count(Why why) {
        return totals.get(why).get();
    }

    /** The latest call that a cap held up. */
    synchronized Optional<Refusals> lastCap() {
        return Optional.ofNullable(lastCap);
    }
}
