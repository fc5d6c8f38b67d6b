package org.switchroom.guard.control;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.switchroom.guard.control.GuardRefusedException.Why;
import org.switchroom.guard.entity.CallProgress;
import org.switchroom.guard.entity.Cap;
import org.switchroom.guard.entity.CapKey;
import org.switchroom.guard.entity.Dialling;

/** Counts calls to numbers outside and what they cost, and holds the next one to the caps. Safe for use by many threads. */
final class GuardedCalls {
    private static final long SECONDS_A_MINUTE = 60;

    private static final class Call {
        private final List<CapKey> keys;
        private final long rate;
        private final boolean rings;
        private long reserved;

        Call(List<CapKey> keys, long rate, boolean rings, long reserved) {
            this.keys = keys;
            this.rate = rate;
            this.rings = rings;
            this.reserved = reserved;
        }
    }

    private final Map<CapKey, CallMeter> meters = new HashMap<>();
    private final Map<Long, Call> calls = new HashMap<>();

    /**
     * Lets a call begin and counts it. One that was let before and could not be written is let again and not counted twice.
     *
     * @throws GuardRefusedException if it would break a cap; nothing was counted
     */
    synchronized void admit(
            long id,
            GuardRules rules,
            Dialling dialling,
            List<GuardRules.Outside> outside,
            Permit permit,
            Instant now) {
        if (calls.containsKey(id)) {
            return;
        }
        List<CapKey> keys = rules.keys(dialling, permit);
        long rate = rules.rate(outside);
        long reserve = rate * rules.plan().reservedMinutes();
        for (CapKey key : keys) {
            Optional<Cap> cap = rules.cap(key);
            Optional<String> broken = cap.flatMap(limit -> meter(key).broken(limit, reserve, now));
            if (broken.isPresent()) {
                throw new GuardRefusedException(
                        outside.get(0).field(),
                        Why.CAP,
                        "the limit of %s for %s is reached; an administrator sets it under People > Guard"
                                .formatted(broken.get(), key));
            }
        }
        begin(id, new Call(keys, rate, dialling.rings(), reserve), now);
    }

    /** A call that was let by an earlier run of this program, or by another node. */
    synchronized void recall(
            long id, GuardRules rules, Dialling dialling, List<GuardRules.Outside> outside, Permit permit, Instant at) {
        if (!calls.containsKey(id)) {
            long rate = rules.rate(outside);
            long reserve = rate * rules.plan().reservedMinutes();
            begin(id, new Call(rules.keys(dialling, permit), rate, dialling.rings(), reserve), at);
        }
    }

    private void begin(long id, Call call, Instant at) {
        calls.put(id, call);
        for (CapKey key : call.keys) {
            meter(key).attempt(at);
            meter(key).begin(call.reserved);
        }
    }

    /** Ids of calls whose end is not known yet. */
    synchronized Set<Long> open() {
        return Set.copyOf(calls.keySet());
    }

    /** Takes in how a call stands. What it costs is known at its end; until then at least what was reserved counts as spent. */
    synchronized void progress(long id, CallProgress progress, Instant now) {
        Call call = calls.get(id);
        if (call == null) {
            return;
        }
        if (progress.over()) {
            end(id, call, cost(call, progress), progress.endedAt().orElse(now));
        } else if (progress.answeredAt().isPresent()) {
            long more = cost(call.rate, Duration.between(progress.answeredAt().get(), now)) - call.reserved;
            if (more > 0) {
                call.reserved += more;
                call.keys.forEach(key -> meter(key).reserveMore(more));
            }
        }
    }

    private void end(long id, Call call, long cost, Instant at) {
        calls.remove(id);
        for (CapKey key : call.keys) {
            meter(key).end(call.reserved);
            meter(key).spend(cost, at);
        }
    }

    /** Of a call that was sent elsewhere nobody sees the end: what was reserved is taken for it. */
    private static long cost(Call call, CallProgress progress) {
        if (progress.answeredAt().isEmpty()) {
            return 0;
        }
        return call.rings && progress.endedAt().isPresent()
                ? cost(
                        call.rate,
                        Duration.between(
                                progress.answeredAt().get(), progress.endedAt().get()))
                : call.reserved;
    }

    /** Each minute that has begun costs. */
    private static long cost(long rate, Duration talked) {
        long seconds = Math.max(1, talked.toSeconds());
        return rate * ((seconds + SECONDS_A_MINUTE - 1) / SECONDS_A_MINUTE);
    }

    /** Begins anew, before it is told of all that there was. */
    synchronized void forget() {
        meters.clear();
        calls.clear();
    }

    synchronized int concurrent() {
        return calls.size();
    }

    synchronized long callsToday(Instant now) {
        return meter(CapKey.ALL).callsToday(now);
    }

    synchronized long spendToday(CapKey key, Instant now) {
        return meter(key).spendToday(now);
    }

    private CallMeter meter(CapKey key) {
        return meters.computeIfAbsent(key, any -> new CallMeter());
    }
}
