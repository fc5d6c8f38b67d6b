package org.switchroom.guard.control;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.switchroom.guard.entity.Cap;
import org.switchroom.guard.entity.Money;

/** Calls and money of one group, person, server, trunk, or of all. Not safe for use by several threads. */
final class CallMeter {
    private final SlidingSum minute = new SlidingSum(Duration.ofMinutes(1), 60);
    private final SlidingSum hour = new SlidingSum(Duration.ofHours(1), 60);
    private final SlidingSum day = new SlidingSum(Duration.ofDays(1), 96);
    private final SlidingSum spent = new SlidingSum(Duration.ofDays(1), 96);
    private int concurrent;
    private long reserved;

    void attempt(Instant at) {
        minute.add(1, at);
        hour.add(1, at);
        day.add(1, at);
    }

    void begin(long reserve) {
        concurrent++;
        reserved += reserve;
    }

    /** The call lasts longer than was reserved. */
    void reserveMore(long units) {
        reserved += units;
    }

    void end(long reserve) {
        concurrent--;
        reserved -= reserve;
    }

    void spend(long units, Instant at) {
        spent.add(units, at);
    }

    /** What one more call would break, in words; empty if nothing. */
    Optional<String> broken(Cap cap, long reserve, Instant now) {
        if (isOver(minute.sum(now) + 1, cap.callsPerMinute())) {
            return Optional.of("%d calls a minute".formatted(cap.callsPerMinute()));
        }
        if (isOver(hour.sum(now) + 1, cap.callsPerHour())) {
            return Optional.of("%d calls an hour".formatted(cap.callsPerHour()));
        }
        if (isOver(day.sum(now) + 1, cap.callsPerDay())) {
            return Optional.of("%d calls a day".formatted(cap.callsPerDay()));
        }
        if (isOver(concurrent + 1L, cap.concurrentCalls())) {
            return Optional.of("%d calls at once".formatted(cap.concurrentCalls()));
        }
        BigDecimal most = cap.spendPerDay();
        return most != null && spendToday(now) + reserve > Money.units(most)
                ? Optional.of("a spend of %s a day"
                        .formatted(most.stripTrailingZeros().toPlainString()))
                : Optional.empty();
    }

    /** Spent in the last 24 hours, with what is reserved for calls that go on. */
    long spendToday(Instant now) {
        return spent.sum(now) + reserved;
    }

    long callsToday(Instant now) {
        return day.sum(now);
    }

    int concurrent() {
        return concurrent;
    }

    private static boolean isOver(long count, Integer most) {
        return most != null && count > most;
    }
}
