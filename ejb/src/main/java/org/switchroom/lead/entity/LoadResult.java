package org.switchroom.lead.entity;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a load came to so far.
 *
 * @param counts rows by outcome; one without rows is missing
 * @param zones leads by time zones: the name of one, several with commas, empty for unknown
 */
public record LoadResult(Map<RowOutcome, Long> counts, Map<String, Long> zones) {
    public static final LoadResult NOTHING = new LoadResult(Map.of(), Map.of());

    public LoadResult {
        counts = counts.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(counts));
        zones = Map.copyOf(new TreeMap<>(zones));
    }

    public long count(RowOutcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    public long loaded() {
        return count(RowOutcome.LOADED);
    }

    /** Rows whose number can't be dialled, for whatever reason. */
    public long badPhones() {
        return counts.entrySet().stream()
                .filter(each -> each.getKey().isBadPhone())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public long refused() {
        return counts.values().stream().mapToLong(Long::longValue).sum() - loaded();
    }

    /** Leads for which several zones are possible. */
    public long severalZones() {
        return zones.entrySet().stream()
                .filter(each -> each.getKey().contains(","))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
