package org.switchroom.queue.catalogue;

import java.util.regex.Pattern;

/**
 * Which values a header takes.
 *
 * @param words completes "must be ..." for people
 */
public record ValuePattern(Pattern pattern, long least, long most, String words) {
    static final ValuePattern WORD = text("[A-Za-z0-9_-]{1,80}", "1 to 80 letters, digits, underscore or hyphen");
    static final ValuePattern SWITCH = text("true|false", "true or false");
    static final ValuePattern ACCOUNT = text("[A-Za-z0-9_.@-]{1,80}", "1 to 80 letters, digits or _ . @ -");
    static final ValuePattern LABEL = text("[^\"\\\\<>$]{1,80}", "1 to 80 characters without quote, backslash, < > $");
    static final ValuePattern DTMF_DIGIT = text("[0-9A-D*#]", "one of 0-9 A-D * #");
    static final ValuePattern CODECS =
            text("[a-z0-9]{2,16}(?:,[a-z0-9]{2,16}){0,7}", "1 to 8 names of codecs with commas between");
    static final ValuePattern LIVE_CHANNEL = text(
            "[A-Za-z0-9][A-Za-z0-9_./@;:#*+~-]{0,254}",
            "the name or uniqueid of one channel; Asterisk's form /pattern/ is refused because it names several");
    /** For headers whose meaning has a grammar of its own. */
    static final ValuePattern BY_MEANING = text("(?s).*", "what its grammar says");

    static ValuePattern text(String regex, String words) {
        return new ValuePattern(Pattern.compile(regex), Long.MIN_VALUE, Long.MAX_VALUE, words);
    }

    /** A whole number without sign and leading zeros. */
    static ValuePattern number(long least, long most) {
        return new ValuePattern(
                Pattern.compile("0|[1-9][0-9]{0,17}"),
                least,
                most,
                most == Long.MAX_VALUE
                        ? "a whole number from " + least + " on"
                        : "a whole number from %d to %d".formatted(least, most));
    }

    boolean accepts(String value) {
        if (!pattern.matcher(value).matches()) {
            return false;
        }
        if (least == Long.MIN_VALUE) {
            return true;
        }
        long number = Long.parseLong(value);
        return number >= least && number <= most;
    }
}
