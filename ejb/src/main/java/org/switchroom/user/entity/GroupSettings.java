package org.switchroom.user.entity;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.switchroom.common.Quoted;

/**
 * What an administrator says of a group.
 *
 * @param description may be null
 * @param rights by kind; with {@link RightKind#ALL} among them the others of that kind say nothing
 */
public record GroupSettings(String description, Map<RightKind, SortedSet<String>> rights) implements Serializable {
    private static final int LONGEST_DESCRIPTION = 255;
    private static final int MOST_RIGHTS = 500;

    public GroupSettings {
        description = description == null || description.isBlank() ? null : description.strip();
        Map<RightKind, SortedSet<String>> kept = new EnumMap<>(RightKind.class);
        rights.forEach((kind, values) -> {
            if (!values.isEmpty()) {
                kept.put(kind, values.contains(RightKind.ALL) ? all() : new TreeSet<>(values));
            }
        });
        rights = Collections.unmodifiableMap(kept);
    }

    /** The settings of texts as {@link #fields()} gives them. */
    public static GroupSettings of(Map<String, String> fields) {
        Map<RightKind, SortedSet<String>> rights = new EnumMap<>(RightKind.class);
        for (RightKind kind : RightKind.values()) {
            rights.put(kind, values(fields.get(field(kind))));
        }
        return new GroupSettings(fields.get("description"), rights);
    }

    /** The values of a text in which commas or ends of lines part them. */
    public static SortedSet<String> values(String text) {
        return Arrays.stream((text == null ? "" : text).split("[,\r\n]"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> all() {
        return new TreeSet<>(Set.of(RightKind.ALL));
    }

    /** The rights of one kind; empty if there are none. */
    public SortedSet<String> of(RightKind kind) {
        return rights.getOrDefault(kind, Collections.emptySortedSet());
    }

    public boolean hasAll(RightKind kind) {
        return of(kind).contains(RightKind.ALL);
    }

    /** What can't be right. */
    public List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        if (description != null && description.length() > LONGEST_DESCRIPTION) {
            found.add(new Violation("description", "at most %d characters".formatted(LONGEST_DESCRIPTION)));
        }
        rights.forEach((kind, values) -> {
            values.stream()
                    .filter(value -> !kind.spells(value))
                    .forEach(value -> found.add(
                            new Violation(field(kind), Quoted.text(value) + " is not spelled like one of these")));
            if (values.size() > MOST_RIGHTS) {
                found.add(new Violation(field(kind), "at most %d".formatted(MOST_RIGHTS)));
            }
        });
        return found;
    }

    /** Each setting as a text, for the audit and for comparing. */
    public Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>();
        fields.put("description", description);
        for (RightKind kind : RightKind.values()) {
            fields.put(field(kind), of(kind).isEmpty() ? null : String.join(", ", of(kind)));
        }
        return fields;
    }

    /** The name of a kind as the API and the pages call it, for example {@code in_groups}. */
    public static String field(RightKind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + "s";
    }
}
