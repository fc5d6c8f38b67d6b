package org.switchroom.audit.entity;

import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is to be remembered: {@code AuditEntry.of("campaign", "SALES").before(old).after(now)}. Immutable; each verb gives a new one.
 * Secrets are never put in.
 *
 * @param subject word of the feature or table, at most 32 characters
 * @param key public id of the thing, at most 128 characters
 * @param before fields as they were
 * @param after fields as they are; a field that is missing here and was there is gone
 */
public record AuditEntry(
        AuditVerb verb, String subject, String key, Map<String, String> before, Map<String, String> after) {
    private static final int LONGEST_SUBJECT = 32;
    private static final int LONGEST_KEY = 128;
    private static final int LONGEST_VALUE = 10_000;

    /**
     * One field.
     *
     * @param before null if it was not there
     * @param after null if it is gone
     */
    public record Change(String before, String after) {}

    public AuditEntry {
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw new IllegalArgumentException("subject: 1 to %d characters".formatted(LONGEST_SUBJECT));
        }
        key = key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key;
        before = withoutNulls(before);
        after = withoutNulls(after);
    }

    public static AuditEntry of(String subject, String key) {
        return new AuditEntry(AuditVerb.CHANGED, subject, key, Map.of(), Map.of());
    }

    public AuditEntry verb(AuditVerb other) {
        return new AuditEntry(other, subject, key, before, after);
    }

    /** @param fields by name; one whose value is null counts as missing */
    public AuditEntry before(Map<String, String> fields) {
        return new AuditEntry(verb, subject, key, fields, after);
    }

    /** @param fields by name; one whose value is null counts as missing */
    public AuditEntry after(Map<String, String> fields) {
        return new AuditEntry(verb, subject, key, before, fields);
    }

    /** The fields that differ, by name; values longer than 10,000 characters are cut. */
    public SortedMap<String, Change> changes() {
        SortedMap<String, Change> changes = new TreeMap<>();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                changes.put(name, new Change(cut(before.get(name)), cut(after.get(name))));
            }
        }
        return changes;
    }

    private static String cut(String value) {
        return value == null || value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
    }

    private static Map<String, String> withoutNulls(Map<String, String> fields) {
        Map<String, String> kept = new TreeMap<>(fields);
        kept.values().removeIf(Objects::isNull);
        return Map.copyOf(kept);
    }
}
