package org.switchroom.system.fault;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.switchroom.system.Command;
import org.switchroom.system.Instance;

/** The database server's process, and what only its root may do. */
final class Database {
    private static final Path FOLDER = Instance.running().state().resolve("database");

    private Database() {}

    static int port() {
        return Integer.parseInt(Instance.running().value("database.port"));
    }

    static boolean isMysql() {
        return "mysql".equals(remembered("kind"));
    }

    static void kill() {
        long pid = pid();
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        await("the database is gone").pollDelay(Duration.ZERO).until(() -> !answers());
    }

    /** Starts it again with the files that it has. */
    static void start() {
        database(
                "start",
                "--kind",
                remembered("kind"),
                "--port",
                Integer.toString(port()),
                "--cache",
                cacheFolder().toString());
    }

    static void freeze() {
        Signal.STOP.to(pid());
    }

    static void thaw() {
        Signal.CONT.to(pid());
    }

    /** Runs statements as root; what they print, columns parted by tabs, without names. One that makes a trigger comes alone. */
    static String asRoot(String sql) {
        String end = sql.startsWith("create trigger") ? "--delimiter=//" : "--delimiter=;";
        return database("sql", "-N", "-B", end, "-e", sql, Instance.running().value("database.name"));
    }

    static boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port()), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static long pid() {
        return Long.parseLong(remembered("pid"));
    }

    private static Path cacheFolder() {
        return Path.of(remembered("binaries")).getParent();
    }

    private static String remembered(String key) {
        Properties values = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve("database.conf"))) {
            values.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values.getProperty(key, "");
    }

    private static String database(String command, String... options) {
        String script = Instance.running().root().resolve("sql/server/database").toString();
        List<String> words = new ArrayList<>(List.of(script, command, "--dir", FOLDER.toString()));
        words.addAll(List.of(options));
        return Command.run(words);
    }
}
