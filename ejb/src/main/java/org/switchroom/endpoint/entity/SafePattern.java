package org.switchroom.endpoint.entity;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression written by an administrator that a text must match whole, and that can't be turned against the server: it is
 * short, in a small part of the syntax ({@link PatternSyntax}), and a match that takes too many steps counts as none.
 */
public final class SafePattern {
    public static final int MAX_LENGTH = 200;
    private static final int MAX_STEPS = 20_000;

    private final String text;
    private final Pattern pattern;

    private SafePattern(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    /**
     * Reads a pattern.
     *
     * @param field name of the column, for the message
     * @throws InvalidEndpointException with the reason why the pattern can't be used
     */
    public static SafePattern parse(String field, String text) {
        if (text == null || text.isEmpty()) {
            throw new InvalidEndpointException(field, "the pattern is empty");
        }
        if (text.length() > MAX_LENGTH) {
            throw new InvalidEndpointException(field, "the pattern is longer than " + MAX_LENGTH + " characters");
        }
        PatternSyntax.check(field, text);
        try {
            return new SafePattern(text, Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            throw new InvalidEndpointException(
                    field,
                    "is not a regular expression: %s at position %d"
                            .formatted(e.getDescription(), Math.max(e.getIndex(), 0) + 1));
        }
    }

    /** Whether the whole text matches. A match that needs more than 20,000 steps is none. */
    public boolean matches(String candidate) {
        try {
            Matcher matcher = pattern.matcher(new CountedText(candidate));
            return matcher.matches();
        } catch (TooManySteps e) {
            return false;
        }
    }

    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SafePattern that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(text);
    }

    @Override
    public String toString() {
        return text;
    }

    /** The matcher read more characters than a decent pattern ever needs. */
    private static final class TooManySteps extends RuntimeException {
        TooManySteps() {
            super("too many steps", null, false, false);
        }
    }

    /** A text that counts how often the matcher looks at it: the matcher has no limit of its own. */
    private static final class CountedText implements CharSequence {
        private final String text;
        private int steps;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MAX_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
