package org.switchroom.bench.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The recorded stream: what a real Asterisk 22 told its event user during calls of every kind.
 *
 * @param bytes whole messages, each with its blank line
 * @param events how many they are
 */
public record Trace(byte[] bytes, int events) {

    public static Trace load() {
        try (InputStream in = new GZIPInputStream(
                Objects.requireNonNull(Trace.class.getResourceAsStream("asterisk-22.trace.gz"), "trace"))) {
            byte[] bytes = in.readAllBytes();
            return new Trace(bytes, count(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often the trace must be repeated for about so many events; at least once. */
    public int repeats(int wanted) {
        return Math.max(1, wanted / events);
    }

    /** Events by name. */
    public Map<String, Integer> names() {
        Map<String, Integer> names = new TreeMap<>();
        new String(bytes, UTF_8)
                .lines()
                .filter(line -> line.startsWith("Event: "))
                .forEach(line -> names.merge(line.substring(7), 1, Integer::sum));
        return names;
    }

    private static int count(byte[] bytes) {
        int count = 0;
        for (int i = 3; i < bytes.length; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                count++;
            }
        }
        return count;
    }
}
