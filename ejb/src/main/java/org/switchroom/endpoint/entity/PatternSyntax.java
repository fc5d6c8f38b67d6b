package org.switchroom.endpoint.entity;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of regular expressions that a pattern may use: characters, classes, groups, alternatives and repeats, but no repeated group
 * that repeats or chooses inside, no back reference and no look-around, so that matching can't explode.
 */
final class PatternSyntax {
    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,3})(,(\\d{0,3}))?}");
    private static final String ESCAPABLE = "dDwWsS";
    private static final int MAX_COUNT = 100;

    private final String field;
    private final String text;
    private final Deque<Group> open = new ArrayDeque<>();
    private int at;
    /** The group that was closed just before this position; null after anything else. */
    private Group closed;

    private PatternSyntax(String field, String text) {
        this.field = field;
        this.text = text;
        open.push(new Group());
    }

    /** @throws InvalidEndpointException if the pattern leaves the allowed part; says where and why */
    static void check(String field, String text) {
        new PatternSyntax(field, text).scan();
    }

    private void scan() {
        while (at < text.length()) {
            step(text.charAt(at));
        }
    }

    private void step(char c) {
        switch (c) {
            case '\\' -> escape();
            case '[' -> characterClass();
            case '(' -> openGroup();
            case ')' -> closeGroup();
            case '|' -> {
                open.peek().explosive = true;
                plain();
            }
            case '*', '+', '?' -> repeat(c != '?', 1);
            case '{' -> count();
            default -> literal(c);
        }
    }

    private void literal(char c) {
        if (c < 0x20 || c >= 0x7f) {
            throw refused("holds a character that is not visible ASCII");
        }
        open.peek().empty = false;
        plain();
    }

    private void plain() {
        closed = null;
        at++;
    }

    private void escape() {
        if (at + 1 >= text.length()) {
            throw refused("ends with a lone backslash");
        }
        char c = text.charAt(at + 1);
        boolean letterOrDigit = c < 0x80 && Character.isLetterOrDigit(c);
        if (letterOrDigit && ESCAPABLE.indexOf(c) < 0) {
            throw refused("may not use \\" + c);
        }
        at++;
        literal(c);
    }

    private void characterClass() {
        int end = at + 1;
        boolean first = true;
        while (end < text.length() && (text.charAt(end) != ']' || first)) {
            char c = text.charAt(end);
            if (c == '[' || c == '&') {
                throw refused("may not hold a class inside a class");
            }
            first = first && c == '^';
            end += c == '\\' ? 2 : 1;
        }
        if (end >= text.length()) {
            throw refused("has a class without an end");
        }
        open.peek().empty = false;
        closed = null;
        at = end + 1;
    }

    private void openGroup() {
        if (text.startsWith("(?", at) && !text.startsWith("(?:", at)) {
            throw refused("may only use plain groups and (?:...)");
        }
        open.push(new Group());
        closed = null;
        at += text.startsWith("(?:", at) ? 3 : 1;
    }

    private void closeGroup() {
        if (open.size() == 1) {
            throw refused("closes a group that was not opened");
        }
        Group group = open.pop();
        if (group.empty) {
            throw refused("holds an empty group");
        }
        open.peek().empty = false;
        open.peek().explosive |= group.explosive;
        closed = group;
        at++;
    }

    private void count() {
        Matcher count = COUNT.matcher(text).region(at, text.length());
        if (!count.lookingAt()) {
            throw refused("has a { that is no count");
        }
        String upper = count.group(3) == null ? count.group(1) : count.group(3);
        if (Integer.parseInt(count.group(1)) > MAX_COUNT || !upper.isEmpty() && Integer.parseInt(upper) > MAX_COUNT) {
            throw refused("repeats more than " + MAX_COUNT + " times");
        }
        repeat(true, count.group().length());
    }

    private void repeat(boolean many, int length) {
        if (many && closed != null && closed.explosive) {
            throw refused("repeats a group that itself holds a repeat or a choice");
        }
        open.peek().explosive = true;
        closed = null;
        at += length;
        if (at < text.length() && (text.charAt(at) == '?' || text.charAt(at) == '+')) {
            at++;
        }
    }

    private InvalidEndpointException refused(String reason) {
        return new InvalidEndpointException(field, "the pattern %s (position %d)".formatted(reason, at + 1));
    }

    /** A group that is being read. */
    private static final class Group {
        private boolean empty = true;
        private boolean explosive;
    }
}
