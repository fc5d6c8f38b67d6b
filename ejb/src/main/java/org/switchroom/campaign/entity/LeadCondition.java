package org.switchroom.campaign.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One condition that a lead must meet. A filter is a text of such lines, all of which must hold; it is read, and never becomes a part of SQL.
 *
 * @param field what of the lead is looked at
 * @param operator how it is compared
 * @param values with what; more than one with {@link Operator#IN} and {@link Operator#NOT_IN} only
 */
public record LeadCondition(ScriptField field, Operator operator, List<String> values) {
    private static final Pattern LINE =
            Pattern.compile("([a-z0-9_]{1,40})\\s*(not in\\b|in\\b|begins\\b|!=|<=|>=|=|<|>)\\s*(\\S.*)");

    /** How a value is compared. */
    public enum Operator {
        IS("="),
        IS_NOT("!="),
        BELOW("<"),
        AT_MOST("<="),
        ABOVE(">"),
        AT_LEAST(">="),
        IN("in"),
        NOT_IN("not in"),
        BEGINS("begins");

        private final String spelling;

        Operator(String spelling) {
            this.spelling = spelling;
        }

        static Operator spelled(String spelling) {
            return Arrays.stream(values())
                    .filter(operator -> operator.spelling.equals(spelling))
                    .findFirst()
                    .orElseThrow();
        }

        boolean takesSeveral() {
            return this == IN || this == NOT_IN;
        }
    }

    /** The conditions of a text that was checked. */
    public static List<LeadCondition> of(String text) {
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(line -> parse(line).orElseThrow())
                .toList();
    }

    static Optional<LeadCondition> parse(String line) {
        Matcher parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        Operator operator = Operator.spelled(parts.group(2));
        List<String> values = operator.takesSeveral() ? Setting.words(parts.group(3)) : List.of(parts.group(3));
        return ScriptField.spelled(parts.group(1))
                .filter(field -> !values.isEmpty())
                .map(field -> new LeadCondition(field, operator, values));
    }
}
