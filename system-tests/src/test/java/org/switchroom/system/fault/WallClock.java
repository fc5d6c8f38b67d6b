package org.switchroom.system.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A node's wall clock, moved by libfaketime; its monotonic clock goes on. The node is started anew with a clock like this, and once more with the
 * machine's at the end. {@code FAKETIME_FORCE_MONOTONIC_FIX=0}: with what the library takes for a repair each wait of a JVM for a time ends at once, and
 * all its threads spin.
 */
final class WallClock implements AutoCloseable {
    /** How old the library's knowledge of its file may be, in seconds. */
    private static final String LOOKS_EVERY = "1";

    private final Node node;
    private final Path file;

    private WallClock(Node node, Path file) {
        this.node = node;
        this.file = file;
    }

    /** @param offset in libfaketime's words, {@code +1h}: so far ahead of the machine's clock */
    static WallClock of(Node node, String offset) throws IOException {
        WallClock clock = new WallClock(node, Files.createTempFile("switchroom-clock", ".txt"));
        clock.set(offset);
        node.stop();
        clock.start();
        return clock;
    }

    /** Starts the node with this clock, when something else has ended it. */
    void start() throws IOException {
        node.start(Map.of(
                "LD_PRELOAD",
                library().toString(),
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0",
                "FAKETIME_CACHE_DURATION",
                LOOKS_EVERY,
                "FAKETIME_TIMESTAMP_FILE",
                file.toString()));
    }

    void set(String offset) throws IOException {
        Files.writeString(file, offset);
    }

    @Override
    public void close() throws IOException {
        node.stop();
        node.start();
        Files.delete(file);
    }

    private static Path library() throws IOException {
        try (Stream<Path> files =
                Files.find(Path.of("/usr/lib"), 4, (path, kind) -> path.endsWith("faketime/libfaketimeMT.so.1"))) {
            return files.findFirst().orElseThrow(() -> new IllegalStateException("libfaketime is not installed"));
        }
    }
}
