package org.switchroom.campaign.entity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One number of a pool.
 *
 * @param number in E.164
 * @param verified whether somebody has proven that it is ours
 * @param name shown with it, may be empty
 */
public record CallerId(String number, boolean verified, String name) {
    private static final Pattern LINE = Pattern.compile("(\\+[1-9][0-9]{5,14})(\\s+verified)?(?:\\s+(\\S.{0,39}))?");

    /** Reads {@code +12125550100 verified Head office}. */
    public static Optional<CallerId> parse(String line) {
        Matcher parts = LINE.matcher(line);
        return parts.matches()
                ? Optional.of(new CallerId(
                        parts.group(1), parts.group(2) != null, parts.group(3) == null ? "" : parts.group(3)))
                : Optional.empty();
    }
}
