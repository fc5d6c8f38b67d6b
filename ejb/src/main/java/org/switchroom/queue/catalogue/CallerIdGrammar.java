package org.switchroom.queue.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The caller id of an Originate: {@code 5551230}, {@code <5551230>}, {@code Name <5551230>} or {@code "Name" <5551230>}. */
final class CallerIdGrammar {
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9*#]{1,20}");
    private static final Pattern NAMED =
            Pattern.compile("(?:\"([^\"\\\\<>$]{0,80})\"|([^\"\\\\<>$]{0,80})) ?<(\\+?[0-9*#]{1,20})>");

    private CallerIdGrammar() {}

    /** Reads a caller id and spells it anew, the name in quotes. */
    static String spell(String field, String text) {
        if (NUMBER.matcher(text).matches()) {
            return text;
        }
        Matcher named = NAMED.matcher(text);
        if (!named.matches()) {
            throw new ActionRefusedException(
                    field,
                    RefusalRule.VALUE_NOT_ALLOWED,
                    "must be a number of 1 to 20 digits or \"Name\" <number>, the name without quote, backslash, < > $");
        }
        String name = named.group(1) == null ? named.group(2).strip() : named.group(1);
        return name.isEmpty() ? "<" + named.group(3) + ">" : "\"" + name + "\" <" + named.group(3) + ">";
    }
}
