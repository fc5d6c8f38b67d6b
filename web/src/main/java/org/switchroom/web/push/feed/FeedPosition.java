package org.switchroom.web.push.feed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the feed, spelled {@code boot-number}: numbers begin anew when the node starts, so each start has a word of its own.
 *
 * @param number of the last change that the reader has; 0 before the first
 */
public record FeedPosition(String boot, long number) {
    private static final Pattern SPELLING = Pattern.compile("([0-9a-z]{1,16})-([0-9]{1,18})");

    /** Empty if the text is no position. */
    public static Optional<FeedPosition> parse(String text) {
        Matcher spelled = SPELLING.matcher(text);
        return spelled.matches()
                ? Optional.of(new FeedPosition(spelled.group(1), Long.parseLong(spelled.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return boot + "-" + number;
    }
}
