package org.switchroom.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** The text files beside the classes. */
final class Resources {
    private Resources() {}

    /** Its lines without those that are empty or begin with {@code #}. */
    static Stream<String> lines(String name) {
        try (InputStream file = Resources.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
