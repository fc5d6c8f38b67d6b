package org.switchroom.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** WildFly's log from some moment on. */
public final class ServerLog {
    private static final Pattern ERROR = Pattern.compile("^\\S+( \\S+)? (ERROR|FATAL) ");
    private static final String WRITTEN_AT = "yyyy-MM-dd HH:mm:ss,SSS";

    private final Path file;
    private long from;

    private ServerLog(Path file) {
        this.file = file;
        readOn();
    }

    public static ServerLog fromNow() {
        return fromNow(Instance.running().state().resolve("server"));
    }

    /** The log of the server that lives in this folder. */
    public static ServerLog fromNow(Path home) {
        return new ServerLog(home.resolve("base/log/server.log"));
    }

    /** Forgets what was written until now. */
    public void readOn() {
        from = file.toFile().length();
    }

    /** When the first line with these words was written, if there is one; as the server's clock and this machine's zone say. */
    public Optional<Instant> firstWith(String words) {
        return lines().lines()
                .filter(line -> line.contains(words))
                .findFirst()
                .map(line -> LocalDateTime.parse(
                                line.substring(0, WRITTEN_AT.length()), DateTimeFormatter.ofPattern(WRITTEN_AT))
                        .atZone(ZoneId.systemDefault())
                        .toInstant());
    }

    /** Lines of level ERROR and above. */
    public List<String> errors(String allowed) {
        Pattern accepted = Pattern.compile(allowed);
        return lines().lines()
                .filter(line -> ERROR.matcher(line).find())
                .filter(line -> allowed.isEmpty() || !accepted.matcher(line).find())
                .toList();
    }

    public String lines() {
        try (var channel = Files.newByteChannel(file)) {
            long begin = channel.size() < from ? 0 : from;
            channel.position(begin);
            byte[] bytes = new byte[(int) (channel.size() - begin)];
            var buffer = java.nio.ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                continue;
            }
            return new String(bytes, 0, buffer.position(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
