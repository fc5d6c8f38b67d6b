package org.switchroom.ami.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.switchroom.ami.AmiMessage;

/**
 * A message as it came: its bytes and where its lines start. Names are compared on the bytes; a String is made only of what is
 * asked for. A line without a colon has an empty name and is all value.
 */
abstract class WireMessage implements AmiMessage {
    private final byte[] bytes;
    private final int[] starts;
    private final int headerCount;

    WireMessage(byte[] bytes, int[] starts, int headerCount) {
        this.bytes = bytes;
        this.starts = starts;
        this.headerCount = headerCount;
    }

    WireMessage(WireMessage same) {
        this(same.bytes, same.starts, same.headerCount);
    }

    /** Index of the first of {@code count} lines, from an index on, whose name is this without regard to ASCII case; or -1. */
    static int find(byte[] bytes, int[] starts, int count, String name, int fromIndex) {
        int length = name.length();
        for (int i = fromIndex; i < count; i++) {
            int colon = starts[i] + length;
            if (colon < bytes.length && bytes[colon] == ':' && named(bytes, starts[i], name)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean named(byte[] bytes, int start, String name) {
        for (int i = name.length() - 1; i >= 0; i--) {
            int asked = name.charAt(i);
            int found = bytes[start + i];
            if (found == ':' || asked != found && !sameLetter(asked, found)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameLetter(int a, int b) {
        int lower = a | 0x20;
        return (a ^ b) == 0x20 && lower >= 'a' && lower <= 'z';
    }

    /** Where the value of a line starts: behind its first colon and one blank. */
    static int valueStart(byte[] bytes, int start, int end) {
        int colon = colon(bytes, start, end);
        if (colon < 0) {
            return start;
        }
        return colon + 1 < end && bytes[colon + 1] == ' ' ? colon + 2 : colon + 1;
    }

    private static int colon(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] == ':') {
                return i;
            }
        }
        return -1;
    }

    /** Where a line ends, its line end left out. */
    static int lineEnd(byte[] bytes, int[] starts, int index) {
        int feed = (index + 1 < starts.length ? starts[index + 1] : bytes.length) - 1;
        return feed > starts[index] && bytes[feed - 1] == '\r' ? feed - 1 : feed;
    }

    /** The message as it came, without its blank line; shared, not to be changed. */
    final byte[] bytes() {
        return bytes;
    }

    @Override
    public final int size() {
        return headerCount;
    }

    @Override
    public final int byteCount() {
        return bytes.length;
    }

    @Override
    public final String name(int index) {
        Objects.checkIndex(index, headerCount);
        int colon = colon(bytes, starts[index], lineEnd(bytes, starts, index));
        return colon < 0 ? "" : new String(bytes, starts[index], colon - starts[index], UTF_8);
    }

    @Override
    public final String value(int index) {
        Objects.checkIndex(index, headerCount);
        int end = lineEnd(bytes, starts, index);
        int from = valueStart(bytes, starts[index], end);
        return new String(bytes, from, end - from, UTF_8);
    }

    @Override
    public final Optional<String> first(String name) {
        int index = find(bytes, starts, headerCount, name, 0);
        return index < 0 ? Optional.empty() : Optional.of(value(index, name));
    }

    @Override
    public final String text(String name) {
        int index = find(bytes, starts, headerCount, name, 0);
        return index < 0 ? "" : value(index, name);
    }

    private String value(int index, String name) {
        int end = lineEnd(bytes, starts, index);
        int from = starts[index] + name.length() + 1;
        if (from < end && bytes[from] == ' ') {
            from++;
        }
        return from == end ? "" : new String(bytes, from, end - from, UTF_8);
    }

    @Override
    public final List<String> all(String name) {
        List<String> values = new ArrayList<>();
        int index = find(bytes, starts, headerCount, name, 0);
        while (index >= 0) {
            values.add(value(index, name));
            index = find(bytes, starts, headerCount, name, index + 1);
        }
        return List.copyOf(values);
    }

    /** The lines behind the headers, as they came. */
    final List<String> linesBehindHeaders() {
        List<String> lines = new ArrayList<>();
        for (int i = headerCount; i < starts.length; i++) {
            lines.add(new String(bytes, starts[i], lineEnd(bytes, starts, i) - starts[i], UTF_8));
        }
        return lines;
    }

    @Override
    public String toString() {
        StringBuilder names = new StringBuilder(getClass().getSimpleName()).append('[');
        for (int i = 0; i < headerCount; i++) {
            names.append(i == 0 ? "" : ", ").append(name(i));
        }
        return names.append(']').toString();
    }
}
