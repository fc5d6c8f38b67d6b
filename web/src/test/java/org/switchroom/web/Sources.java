package org.switchroom.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The module's files, as tests that scan them read them. */
public final class Sources {
    public static final Path WEBAPP = Path.of("src/main/webapp");
    static final Path STYLES = WEBAPP.resolve("resources/switchroom");

    private Sources() {}

    public static List<Path> pages() {
        return below(WEBAPP, ".xhtml");
    }

    static List<Path> below(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
