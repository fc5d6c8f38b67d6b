package org.switchroom.queue.catalogue;

import java.util.regex.Pattern;
import org.switchroom.common.Quoted;

/**
 * Channel variables: {@code X_NAME=value} from outside; our own code may also set {@code SWR_NAME}, inherited with {@code _} or {@code __}
 * in front. Names of functions are never taken: {@code FILE(...)} would write files.
 */
final class VariableGrammar {
    private static final Pattern FOREIGN = Pattern.compile("X_[A-Za-z0-9_]{1,60}");
    private static final Pattern OWN = Pattern.compile("_{0,2}(?:X|SWR)_[A-Za-z0-9_]{1,60}");
    private static final Pattern OURS = Pattern.compile("_{0,2}SWR_.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private VariableGrammar() {}

    /** Checks {@code NAME=value} and returns the name. */
    static String checkAssignment(String field, String text, boolean own) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw refused(field, Quoted.text(text) + " has no value; write X_NAME=value");
        }
        String name = text.substring(0, equals);
        checkName(field, name, own);
        checkValue(field, text.substring(equals + 1));
        return name;
    }

    static void checkName(String field, String name, boolean own) {
        if ((own ? OWN : FOREIGN).matcher(name).matches()) {
            return;
        }
        String shown = Quoted.text(name);
        if (!own && OURS.matcher(name).matches()) {
            throw refused(field, shown + " is one of Switchroom's own variables, which rows of others may not set");
        }
        if (name.indexOf('(') >= 0) {
            throw refused(field, shown + " is a function of the dialplan; only variables X_... may be set");
        }
        throw refused(field, shown + " is not allowed; names are X_ and 1 to 60 letters, digits or underscores");
    }

    static void checkValue(String field, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',') {
                throw refused(
                        field,
                        "a comma at position %d of the value would start another variable; give several as an array"
                                .formatted(i + 1));
            }
            if (c == '"' || c == '\\') {
                throw refused(
                        field,
                        "character %s at position %d of the value: Asterisk drops quotes and backslashes"
                                .formatted(c, i + 1));
            }
            if (c == '$' && i + 1 < value.length() && "{[".indexOf(value.charAt(i + 1)) >= 0) {
                throw refused(
                        field,
                        "$%s at position %d of the value: variables and functions are not expanded here"
                                .formatted(value.charAt(i + 1), i + 1));
            }
        }
    }

    private static ActionRefusedException refused(String field, String words) {
        return new ActionRefusedException(field, RefusalRule.VARIABLE_NOT_ALLOWED, words);
    }
}
