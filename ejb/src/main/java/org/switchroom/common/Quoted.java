package org.switchroom.common;

/**
 * A text of unknown origin, made fit to be shown in a message: in single quotes, cut, and with everything that is not visible ASCII or a
 * letter spelled as its code point, so that it can neither break a log line nor reverse a reader's text.
 */
public final class Quoted {
    private static final int MAX_SHOWN = 60;

    private Quoted() {}

    /** The text in quotes; at most 60 characters of it are shown. */
    public static String text(String raw) {
        StringBuilder shown = new StringBuilder("'");
        int at = 0;
        for (int count = 0; at < raw.length() && count < MAX_SHOWN; count++) {
            int c = raw.codePointAt(at);
            shown.append(visible(c) ? Character.toString(c) : character(c));
            at += Character.charCount(c);
        }
        return shown.append(at < raw.length() ? "...'" : "'").toString();
    }

    /** One character by its code point, {@code U+000D}. */
    public static String character(int codePoint) {
        return "U+%04X".formatted(codePoint);
    }

    private static boolean visible(int c) {
        return c >= 0x20 && c < 0x7f || c > 0x9f && Character.isLetter(c);
    }
}
