package org.switchroom.campaign.entity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One thing that can be set. Values are texts in one canonical spelling, so that two of them can be compared, stored and shown alike.
 *
 * @param id its public name, in snake_case
 * @param group where it is shown
 * @param kind what its value is
 * @param fallback the value without an entry, canonical
 * @param limits how far it may go
 * @param choices the words of {@link SettingKind#CHOICE} and {@link SettingKind#SET}
 * @param syntax how a text must be spelled
 * @param reference what a key refers to
 * @param unit id of its unit, empty without one
 */
public record Setting(
        String id,
        SettingGroup group,
        SettingKind kind,
        String fallback,
        Limits limits,
        List<String> choices,
        Syntax syntax,
        Reference reference,
        String unit) {
    private static final int LONGEST_NUMBER = 16;
    private static final int LONGEST_LIST = 2000;

    static Setting yesNo(String id, boolean fallback) {
        return plain(id, SettingKind.YES_NO, Boolean.toString(fallback), Limits.ofText(5));
    }

    /** The first word is the default. */
    static Setting choice(String id, String... choices) {
        Setting plain = plain(id, SettingKind.CHOICE, choices[0], Limits.ofText(40));
        return new Setting(
                id,
                plain.group,
                plain.kind,
                choices[0],
                plain.limits,
                List.of(choices),
                Syntax.PLAIN,
                Reference.NONE,
                "");
    }

    static Setting number(String id, String fallback, String least, String most) {
        return plain(id, SettingKind.NUMBER, fallback, Limits.ofNumber(least, most));
    }

    static Setting text(String id, int longest) {
        return plain(id, SettingKind.TEXT, "", Limits.ofText(longest));
    }

    static Setting lines(String id, int longest, int lines) {
        return plain(id, SettingKind.LINES, "", Limits.ofText(longest).lines(lines));
    }

    static Setting one(String id, Reference reference) {
        return new Setting(
                id,
                SettingGroup.PART,
                SettingKind.REFERENCE,
                "",
                Limits.ofText(20),
                List.of(),
                Syntax.PLAIN,
                reference,
                "");
    }

    static Setting several(String id, Reference reference) {
        Limits limits = Limits.ofText(LONGEST_LIST);
        return new Setting(
                id, SettingGroup.PART, SettingKind.REFERENCES, "", limits, List.of(), Syntax.PLAIN, reference, "");
    }

    private static Setting plain(String id, SettingKind kind, String fallback, Limits limits) {
        return new Setting(id, SettingGroup.PART, kind, fallback, limits, List.of(), Syntax.PLAIN, Reference.NONE, "");
    }

    Setting in(SettingGroup place) {
        return new Setting(id, place, kind, fallback, limits, choices, syntax, reference, unit);
    }

    Setting spelled(Syntax spelling) {
        return new Setting(id, group, kind, fallback, limits, choices, spelling, reference, unit);
    }

    Setting otherwise(String value) {
        return new Setting(id, group, kind, value, limits, choices, syntax, reference, unit);
    }

    Setting unit(String name) {
        return new Setting(id, group, kind, fallback, limits, choices, syntax, reference, name);
    }

    Setting within(Limits other) {
        return new Setting(id, group, kind, fallback, other, choices, syntax, reference, unit);
    }

    Setting orZero() {
        return within(limits.withZero());
    }

    Setting decimals(int digits) {
        return within(limits.decimals(digits));
    }

    Setting needed() {
        return within(limits.needed());
    }

    /** Key of its name in the bundles; its help has {@code .help} behind. */
    public String words() {
        return "setting." + group.prefix() + id;
    }

    /** Why this value can't be taken; empty if it can. An empty value is one, not the default. */
    public Optional<Violation> check(String given) {
        String value = kind == SettingKind.LINES ? given.replace("\r\n", "\n") : given;
        if (value.codePoints().anyMatch(c -> isHidden(c) && !(c == '\n' && kind == SettingKind.LINES))) {
            return refused(Rule.CONTROL_CHARACTER);
        }
        if (value.isBlank()) {
            return limits.required() || kind == SettingKind.CHOICE ? refused(Rule.NEEDED) : Optional.empty();
        }
        return switch (kind) {
            case YES_NO -> List.of("true", "false").contains(value) ? Optional.empty() : refused(Rule.NO_TRUTH);
            case CHOICE, SET -> checkWords(value);
            case NUMBER -> checkNumber(value.strip());
            default -> checkText(value);
        };
    }

    /** The one spelling of a value that {@link #check} takes. */
    public String canonical(String value) {
        String bare = value.strip();
        if (kind == SettingKind.NUMBER && !bare.isEmpty()) {
            return new BigDecimal(bare)
                    .setScale(limits.decimals(), RoundingMode.UNNECESSARY)
                    .toPlainString();
        }
        if (kind.isSeveral()) {
            Comparator<String> order =
                    choices.isEmpty() ? Comparator.naturalOrder() : Comparator.comparing(choices::indexOf);
            return words(bare).stream().distinct().sorted(order).collect(Collectors.joining(","));
        }
        return kind == SettingKind.LINES ? bare.replace("\r\n", "\n") : bare;
    }

    /** The words of a value with commas. */
    public static List<String> words(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private Optional<Violation> checkWords(String value) {
        boolean known =
                kind == SettingKind.CHOICE ? choices.contains(value.strip()) : choices.containsAll(words(value));
        return known ? Optional.empty() : refused(Rule.NO_CHOICE, String.join(", ", choices));
    }

    private Optional<Violation> checkNumber(String value) {
        if (!value.matches("-?[0-9]+(\\.[0-9]+)?") || value.length() > LONGEST_NUMBER) {
            return refused(Rule.NO_NUMBER);
        }
        BigDecimal number = new BigDecimal(value).stripTrailingZeros();
        if (number.scale() > limits.decimals()) {
            return refused(limits.decimals() == 0 ? Rule.NO_WHOLE_NUMBER : Rule.TOO_EXACT, limits.decimals());
        }
        boolean within = number.compareTo(limits.least()) >= 0 && number.compareTo(limits.most()) <= 0;
        if (within || limits.orZero() && number.signum() == 0) {
            return Optional.empty();
        }
        Rule rule = limits.orZero() ? Rule.OUT_OF_RANGE_OR_ZERO : Rule.OUT_OF_RANGE;
        return refused(rule, limits.least().toPlainString(), limits.most().toPlainString());
    }

    private Optional<Violation> checkText(String value) {
        if (value.codePointCount(0, value.length()) > limits.longest()) {
            return refused(Rule.TOO_LONG, limits.longest());
        }
        if (kind == SettingKind.LINES && value.lines().count() > limits.lines()) {
            return refused(Rule.TOO_MANY_LINES, limits.lines());
        }
        if (kind == SettingKind.REFERENCE || kind == SettingKind.REFERENCES) {
            return Optional.empty();
        }
        return syntax.check(value.strip()).map(wrong -> new Violation(id, wrong.rule(), wrong.values()));
    }

    /** Control characters, and halves of surrogates that no database takes. */
    private static boolean isHidden(int c) {
        return Character.isISOControl(c) || c >= 0xD800 && c <= 0xDFFF;
    }

    private Optional<Violation> refused(Rule rule, Object... values) {
        return Optional.of(Violation.of(id, rule, values));
    }
}
