package org.switchroom.common;

import java.util.regex.Pattern;

/**
 * An extension of a dialplan: 1 to 80 characters from ASCII letters, digits and {@code * # + - _ .}, so nothing that Asterisk would read as
 * a variable, an option or a second destination.
 */
public record Extension(String text) {
    private static final Pattern GRAMMAR = Pattern.compile("[A-Za-z0-9*#+_.-]{1,80}");

    /** @throws IllegalArgumentException if the text is no extension */
    public Extension {
        if (!isValid(text)) {
            throw new IllegalArgumentException(Quoted.text(text) + " is not an extension");
        }
    }

    /** Whether the text could be an extension. */
    public static boolean isValid(String text) {
        return GRAMMAR.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
