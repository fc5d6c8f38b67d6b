package org.switchroom.guard.entity;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchroom.user.entity.Violation;

/**
 * At most so many calls to numbers outside; null is no limit.
 *
 * @param spendPerDay in the plan's currency, in the last 24 hours
 */
public record Cap(
        CapKey key,
        Integer callsPerMinute,
        Integer callsPerHour,
        Integer callsPerDay,
        Integer concurrentCalls,
        BigDecimal spendPerDay)
        implements Serializable {
    private static final int MOST = 10_000_000;
    private static final int LONGEST_NAME = 160;
    private static final int LIMITS = 5;
    private static final String NONE = "-";

    /** What can't be right; the field is the cap's name among others. */
    public List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        boolean named = !key.name().isBlank() && key.name().length() <= LONGEST_NAME;
        if (!named || key.scope() == CapScope.ALL != key.name().equals(CapKey.EVERYTHING)) {
            found.add(new Violation("caps", "the name of a group, account, server or trunk; * for ALL"));
        }
        for (Integer limit : limits()) {
            if (limit != null && (limit < 0 || limit > MOST)) {
                found.add(new Violation("caps", "limits are whole numbers from 0 to " + MOST));
            }
        }
        if (spendPerDay != null && !Money.isAmount(spendPerDay)) {
            found.add(new Violation("caps", "spend is 0 to 99999999, with at most 4 decimals"));
        }
        return found;
    }

    private Integer[] limits() {
        return new Integer[] {callsPerMinute, callsPerHour, callsPerDay, concurrentCalls};
    }

    /** On one line: what it holds for, then the limits a minute, hour and day, at once, and of spend; - for none. */
    public String text() {
        return Stream.concat(
                        Stream.of(key.path()),
                        Stream.of(
                                shown(callsPerMinute),
                                shown(callsPerHour),
                                shown(callsPerDay),
                                shown(concurrentCalls),
                                shown(
                                        spendPerDay == null
                                                ? null
                                                : spendPerDay
                                                        .stripTrailingZeros()
                                                        .toPlainString())))
                .collect(Collectors.joining(" "));
    }

    /** The cap of a line as {@link #text()} gives it. */
    static Cap of(String line) {
        String[] words = line.split(" ");
        int limits = words.length - LIMITS;
        CapKey key = CapKey.of(String.join(" ", Arrays.copyOf(words, limits))).orElseThrow();
        String spend = words[limits + LIMITS - 1];
        return new Cap(
                key,
                limit(words[limits]),
                limit(words[limits + 1]),
                limit(words[limits + 2]),
                limit(words[limits + 3]),
                spend.equals(NONE) ? null : new BigDecimal(spend));
    }

    private static Integer limit(String word) {
        return word.equals(NONE) ? null : Integer.valueOf(word);
    }

    private static String shown(Object limit) {
        return limit == null ? NONE : limit.toString();
    }
}
