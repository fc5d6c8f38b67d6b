package org.switchroom.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The Switchroom under test, as {@code ./run --status} tells of it. */
public final class Instance {
    private static final Instance RUNNING = new Instance(
            path("switchroom.status"),
            path("switchroom.state"),
            path("switchroom.root").normalize());

    private final Map<String, String> values;
    private final Path state;
    private final Path root;

    private Instance(Path status, Path state, Path root) {
        this.values = read(status);
        this.state = state;
        this.root = root;
    }

    public static Instance running() {
        return RUNNING;
    }

    /** A value of {@code ./run --status}. */
    public String value(String key) {
        return needed(values, key);
    }

    public URI url(String path) {
        return URI.create(value("url")).resolve(path);
    }

    public List<String> serverNames() {
        return values.keySet().stream()
                .filter(key -> key.startsWith("pbx.") && key.endsWith(".kind"))
                .map(key -> key.split("\\.")[1])
                .toList();
    }

    /** Folder with data and logs of everything that runs. */
    public Path state() {
        return state;
    }

    /** Folder of the sources. */
    public Path root() {
        return root;
    }

    /** A value that the launcher keeps to itself, for example {@code database.values}, {@code database.app.user}. */
    public String inner(String file, String key) {
        return needed(read(state.resolve(file)), key);
    }

    private static String needed(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalStateException(key + " is not among " + values.keySet());
        }
        return value;
    }

    private static Path path(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("-D" + property + " is missing; see system-tests/README.md");
        }
        return Path.of(value).toAbsolutePath();
    }

    private static Map<String, String> read(Path file) {
        Map<String, String> values = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int at = line.indexOf('=');
                if (at > 0) {
                    values.put(line.substring(0, at), line.substring(at + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }
}
