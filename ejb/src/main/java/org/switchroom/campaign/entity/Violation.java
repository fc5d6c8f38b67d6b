package org.switchroom.campaign.entity;

import java.util.Arrays;
import java.util.List;

/**
 * A value that can't be taken.
 *
 * @param field id of the setting
 * @param rule why
 * @param values what the rule's sentence names
 */
public record Violation(String field, Rule rule, List<String> values) {

    public static Violation of(String field, Rule rule, Object... values) {
        return new Violation(
                field, rule, Arrays.stream(values).map(String::valueOf).toList());
    }

    /** For programs and the log. */
    public String message() {
        return rule.sentence(values);
    }
}
