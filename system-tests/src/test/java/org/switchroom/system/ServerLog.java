package org.switchroom.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** WildFly's log from some moment on. */
final class ServerLog {
    private static final Path FILE = Instance.running().state().resolve("server/base/log/server.log");
    private static final Pattern ERROR = Pattern.compile("^\\S+( \\S+)? (ERROR|FATAL) ");

    private long from;

    private ServerLog(long from) {
        this.from = from;
    }

    static ServerLog fromNow() {
        return new ServerLog(FILE.toFile().length());
    }

    /** Forgets what was written until now. */
    void readOn() {
        from = FILE.toFile().length();
    }

    /** Lines of level ERROR and above. */
    List<String> errors(String allowed) {
        Pattern accepted = Pattern.compile(allowed);
        return lines().lines()
                .filter(line -> ERROR.matcher(line).find())
                .filter(line -> allowed.isEmpty() || !accepted.matcher(line).find())
                .toList();
    }

    String lines() {
        try (var channel = Files.newByteChannel(FILE)) {
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
