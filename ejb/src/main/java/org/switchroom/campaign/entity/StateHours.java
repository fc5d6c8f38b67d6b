package org.switchroom.campaign.entity;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a state's law allows on some days.
 *
 * @param state country and subdivision as in ISO 3166-2, {@code US-FL}
 */
public record StateHours(String state, Set<DayOfWeek> days, Hours hours) {
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern LINE = Pattern.compile(
            "([A-Z]{2}-[A-Z0-9]{1,3})\\s+(mon|tue|wed|thu|fri|sat|sun)(?:-(mon|tue|wed|thu|fri|sat|sun))?\\s+(closed|[0-9:, -]+)");

    /** Reads {@code US-FL mon-sat 08:00-20:00} or {@code US-LA sun closed}. */
    public static Optional<StateHours> parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int first = DAYS.indexOf(parts.group(2));
        int last = parts.group(3) == null ? first : DAYS.indexOf(parts.group(3));
        if (last < first) {
            return Optional.empty();
        }
        Set<DayOfWeek> days = EnumSet.range(DayOfWeek.of(first + 1), DayOfWeek.of(last + 1));
        String hours = "closed".equals(parts.group(4)) ? "" : parts.group(4);
        return Hours.parse(hours).map(open -> new StateHours(parts.group(1), days, open));
    }
}
