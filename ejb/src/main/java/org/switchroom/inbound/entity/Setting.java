package org.switchroom.inbound.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.switchroom.common.Quoted;

/**
 * One thing that can be set. Values are texts in one canonical spelling, so that two of them can be compared, stored and shown alike.
 *
 * @param id its public name, in snake_case
 * @param fallback the value without an entry, canonical
 * @param least the least number
 * @param most the greatest number; the most characters of a text, or lines
 * @param unit id of its unit, empty without one
 * @param choices the words of a CHOICE
 * @param refersTo the kind that a REFERENCE names, else null
 * @param leadsTo what a TARGET may be
 * @param listed whether lists of items show it
 */
public record Setting(
        String id,
        Section section,
        Shape shape,
        String fallback,
        int least,
        int most,
        String unit,
        List<String> choices,
        Syntax syntax,
        InboundKind refersTo,
        List<TargetKind> leadsTo,
        boolean needed,
        boolean listed) {
    private static final int LONGEST_LINES = 10_000;
    private static final int LONGEST_KEY = 64;

    static Setting text(Section section, String id, Syntax syntax, int longest) {
        return plain(section, id, Shape.TEXT, "").spelled(syntax).within(0, longest);
    }

    static Setting lines(Section section, String id, Syntax syntax, int lines) {
        return plain(section, id, Shape.LINES, "").spelled(syntax).within(0, lines);
    }

    static Setting yesNo(Section section, String id, boolean fallback) {
        return plain(section, id, Shape.YES_NO, Boolean.toString(fallback));
    }

    static Setting number(Section section, String id, int fallback, int least, int most, String unit) {
        return new Setting(
                id,
                section,
                Shape.NUMBER,
                Integer.toString(fallback),
                least,
                most,
                unit,
                List.of(),
                Syntax.ANY,
                null,
                List.of(),
                false,
                false);
    }

    /** The first word is the default. */
    static Setting choice(Section section, String id, String... words) {
        return new Setting(
                id,
                section,
                Shape.CHOICE,
                words[0],
                0,
                0,
                "",
                List.of(words),
                Syntax.ANY,
                null,
                List.of(),
                false,
                false);
    }

    static Setting reference(Section section, String id, InboundKind to) {
        return new Setting(
                id,
                section,
                Shape.REFERENCE,
                "",
                0,
                LONGEST_KEY,
                "",
                List.of(),
                to.keys(),
                to,
                List.of(),
                false,
                false);
    }

    /** @param fallback spelled as a target, or empty for none */
    static Setting target(Section section, String id, String fallback, TargetKind... kinds) {
        return new Setting(
                id,
                section,
                Shape.TARGET,
                fallback,
                0,
                LONGEST_KEY,
                "",
                List.of(),
                Syntax.ANY,
                null,
                List.of(kinds),
                false,
                false);
    }

    private static Setting plain(Section section, String id, Shape shape, String fallback) {
        return new Setting(
                id, section, shape, fallback, 0, 0, "", List.of(), Syntax.ANY, null, List.of(), false, false);
    }

    private Setting spelled(Syntax other) {
        return new Setting(
                id, section, shape, fallback, least, most, unit, choices, other, refersTo, leadsTo, needed, listed);
    }

    private Setting within(int from, int to) {
        return new Setting(
                id, section, shape, fallback, from, to, unit, choices, syntax, refersTo, leadsTo, needed, listed);
    }

    Setting otherwise(String value) {
        return new Setting(
                id, section, shape, value, least, most, unit, choices, syntax, refersTo, leadsTo, needed, listed);
    }

    Setting mustBeGiven() {
        return new Setting(
                id, section, shape, fallback, least, most, unit, choices, syntax, refersTo, leadsTo, true, listed);
    }

    Setting inLists() {
        return new Setting(
                id, section, shape, fallback, least, most, unit, choices, syntax, refersTo, leadsTo, needed, true);
    }

    /** Why this value can't be taken; empty if it can. Empty is a value of its own, and only right where it is the default. */
    public Optional<Violation> check(String value) {
        if (value.codePoints().anyMatch(this::isHidden)) {
            return refused(Rule.CONTROL_CHARACTER);
        }
        if (value.isBlank()) {
            return needed || !fallback.isEmpty() ? refused(Rule.NEEDED) : Optional.empty();
        }
        return switch (shape) {
            case YES_NO -> refusedUnless(value.matches("true|false"), Rule.NO_TRUTH);
            case CHOICE -> refusedUnless(choices.contains(value), Rule.NO_CHOICE, String.join(", ", choices));
            case NUMBER -> refusedUnless(isNumber(value), Rule.NO_NUMBER, least, most);
            case LINES -> checkLines(value);
            case TARGET -> checkTarget(value);
            case TEXT, REFERENCE -> checkText(value);
        };
    }

    /** The one spelling of a value; whatever can't be taken stays as it is. */
    public String canonical(String value) {
        String bare = value.strip();
        return switch (shape) {
            case NUMBER -> bare.matches("-?[0-9]{1,9}") ? Integer.toString(Integer.parseInt(bare)) : bare;
            case LINES ->
                bare.lines()
                        .map(syntax::canonical)
                        .filter(Predicate.not(String::isEmpty))
                        .distinct()
                        .collect(Collectors.joining("\n"));
            case TARGET -> Target.parse(bare).map(Target::toString).orElse(bare);
            case TEXT, REFERENCE -> syntax.canonical(bare);
            case YES_NO, CHOICE -> bare;
        };
    }

    /** The item that this value names; empty if it names none. */
    public Optional<ItemKey> item(String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return switch (shape) {
            case REFERENCE -> Optional.of(new ItemKey(refersTo, value));
            case TARGET -> Target.parse(value).flatMap(Target::item);
            default -> Optional.empty();
        };
    }

    private boolean isNumber(String value) {
        if (!value.matches("-?[0-9]{1,9}")) {
            return false;
        }
        int number = Integer.parseInt(value);
        return number >= least && number <= most;
    }

    private Optional<Violation> checkText(String value) {
        if (value.codePointCount(0, value.length()) > most) {
            return refused(Rule.TOO_LONG, most);
        }
        return refusedUnless(syntax.allows(value), syntax == Syntax.ANY ? Rule.NEEDED : Rule.of(syntax), shown(value));
    }

    private Optional<Violation> checkLines(String value) {
        if (value.length() > LONGEST_LINES) {
            return refused(Rule.TOO_LONG, LONGEST_LINES);
        }
        if (value.lines().count() > most) {
            return refused(Rule.TOO_MANY_LINES, most);
        }
        return value.lines()
                .filter(Predicate.not(syntax::allows))
                .findFirst()
                .flatMap(line -> refused(Rule.of(syntax), shown(line)));
    }

    private Optional<Violation> checkTarget(String value) {
        Optional<Target> target = Target.parse(value).filter(parsed -> leadsTo.contains(parsed.kind()));
        if (target.isEmpty()) {
            return refused(Rule.NO_TARGET, leadsTo.stream().map(Enum::name).collect(Collectors.joining(", ")));
        }
        return target.filter(Predicate.not(Target::isSpelledRight))
                .flatMap(wrong -> refused(Rule.of(wrong.kind().keys().orElseThrow()), shown(wrong.key())));
    }

    /** Control characters, and halves of surrogates that no database takes. */
    private boolean isHidden(int c) {
        return Character.isISOControl(c) && !(c == '\n' && shape == Shape.LINES) || c >= 0xD800 && c <= 0xDFFF;
    }

    private Optional<Violation> refusedUnless(boolean right, Rule rule, Object... values) {
        return right ? Optional.empty() : refused(rule, values);
    }

    private Optional<Violation> refused(Rule rule, Object... values) {
        return Optional.of(Violation.of(id, rule, values));
    }

    private static String shown(String value) {
        return Quoted.text(value);
    }

    /** The texts of a value of LINES. */
    public static List<String> lines(String value) {
        return value.isEmpty() ? List.of() : Arrays.asList(value.split("\n"));
    }
}
