package org.switchroom.campaign.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The spans of one day in which something is open, in order and apart from each other. None is closed all day.
 *
 * @param spans each from its first minute up to, not with, its last
 */
public record Hours(List<Span> spans) {
    /** Closed all day. */
    public static final Hours NONE = new Hours(List.of());

    /** Open all day. */
    public static final Hours ALL_DAY = new Hours(List.of(new Span(0, 24 * 60)));

    private static final Pattern SPAN =
            Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])\\s*-\\s*([01][0-9]|2[0-4]):([0-5][0-9])");
    private static final int MINUTES = 60;
    private static final int DAY = 24 * MINUTES;

    /**
     * From one minute of the day to another.
     *
     * @param from first minute that is open
     * @param to first minute that is closed again, at most 1440
     */
    public record Span(int from, int to) {
        boolean holds(int minute) {
            return minute >= from && minute < to;
        }

        @Override
        public String toString() {
            return clock(from) + "-" + clock(to);
        }
    }

    /** Reads {@code 09:00-12:00, 13:00-21:00}; an empty text is closed. */
    public static Optional<Hours> parse(String text) {
        List<Span> spans = new ArrayList<>();
        int earliest = 0;
        for (String part : Setting.words(text)) {
            Matcher span = SPAN.matcher(part);
            if (!span.matches()) {
                return Optional.empty();
            }
            int from = minute(span.group(1), span.group(2));
            int to = minute(span.group(3), span.group(4));
            if (from < earliest || to <= from || to > DAY) {
                return Optional.empty();
            }
            spans.add(new Span(from, to));
            earliest = to;
        }
        return Optional.of(new Hours(List.copyOf(spans)));
    }

    /** What is open in both. */
    public Hours and(Hours other) {
        List<Span> both = new ArrayList<>();
        for (Span mine : spans) {
            for (Span theirs : other.spans) {
                int from = Math.max(mine.from, theirs.from);
                int to = Math.min(mine.to, theirs.to);
                if (from < to) {
                    both.add(new Span(from, to));
                }
            }
        }
        return new Hours(List.copyOf(both));
    }

    public boolean isOpen(int minuteOfDay) {
        return spans.stream().anyMatch(span -> span.holds(minuteOfDay));
    }

    private static int minute(String hours, String minutes) {
        return Integer.parseInt(hours) * MINUTES + Integer.parseInt(minutes);
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / MINUTES, minute % MINUTES);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return spans.stream().map(Span::toString).collect(Collectors.joining(", "));
    }
}
