package org.switchroom.queue.control;

import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;
import org.switchroom.common.control.SqlTime;

/** Spells rows for {@code json_table}: one parameter carries a whole group, so that one prepared statement serves groups of any size. */
final class JsonRows {
    private final StringBuilder text = new StringBuilder(4096).append('[');
    private boolean firstRow = true;
    private boolean firstField;

    /** A list of ids. */
    static String list(Collection<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    /** Begins a row; its fields follow. */
    JsonRows row() {
        text.append(firstRow ? "{" : "},{");
        firstRow = false;
        firstField = true;
        return this;
    }

    /** A field; a null is left out, which {@code json_table} reads as null. */
    JsonRows put(String name, String value) {
        if (value != null) {
            name(name);
            text.append('"');
            escape(value);
            text.append('"');
        }
        return this;
    }

    JsonRows put(String name, Instant at) {
        if (at != null) {
            name(name);
            text.append('"').append(SqlTime.text(at)).append('"');
        }
        return this;
    }

    JsonRows put(String name, Number value) {
        if (value != null) {
            name(name);
            text.append(value);
        }
        return this;
    }

    private void name(String name) {
        text.append(firstField ? "\"" : ",\"").append(name).append("\":");
        firstField = false;
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append("\\u%04x".formatted((int) c));
            } else if (Character.isSurrogate(c) && !isPaired(value, i)) {
                text.append('?');
            } else {
                text.append(c);
            }
        }
    }

    /** Half a pair is no character; both drivers send it as {@code ?}. */
    private static boolean isPaired(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }

    /** The whole, ready to be a parameter. */
    String end() {
        return text.append(firstRow ? "]" : "}]").toString();
    }
}
