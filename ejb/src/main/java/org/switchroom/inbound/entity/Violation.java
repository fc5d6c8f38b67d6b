package org.switchroom.inbound.entity;

import java.util.Arrays;
import java.util.List;

/**
 * A value that can't be taken.
 *
 * @param setting which one; {@code id} is the item's key
 * @param values what fills the blanks of the rule's sentence
 */
public record Violation(String setting, Rule rule, List<String> values) {

    public static Violation of(String setting, Rule rule, Object... values) {
        return new Violation(
                setting, rule, Arrays.stream(values).map(String::valueOf).toList());
    }

    /** For programs and logs: {@code priority must be a whole number from 0 to 99}. */
    public String sentence() {
        return setting + " " + rule.sentence(values.toArray());
    }
}
