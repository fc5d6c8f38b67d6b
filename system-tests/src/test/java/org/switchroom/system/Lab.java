package org.switchroom.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The real Asterisk servers, looked at without Switchroom: by their console and their own records. */
public final class Lab {
    private static final Path FOLDER = Instance.running().state().resolve("lab");

    private Lab() {}

    /** What Asterisk's console prints. */
    public static String console(String server, String command) {
        return lab("rx", server, command);
    }

    /** Uniqueids of the channels that the server has now. */
    public static Set<String> uniqueids(String server) {
        return console(server, "core show channels concise")
                .lines()
                .filter(line -> line.chars().filter(c -> c == '!').count() >= 12)
                .map(line -> line.substring(line.lastIndexOf('!') + 1).strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many lines the server wrote about channels, ever; it grows with any call. */
    public static long channelRecords(String server) {
        Path file = channelRecordFile(server);
        if (!Files.exists(file)) {
            return 0;
        }
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the server's channel records speak of this uniqueid. */
    public static boolean hasRecordOf(String server, String uniqueid) {
        Path file = channelRecordFile(server);
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.anyMatch(line -> line.contains(uniqueid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who is signed in at its manager port, a name for each session, in order; either command user counts as {@code switchroom-command}. */
    public static List<String> logins(String server) {
        return console(server, "manager show connected")
                .lines()
                .map(line -> line.strip().split("\\s+")[0])
                .filter(name -> name.startsWith("switchroom-"))
                .map(name -> name.replaceFirst("-[ab]$", "-command"))
                .sorted()
                .toList();
    }

    /** The server's records of its channels, begun and ended, oldest first. */
    public static Path channelRecordFile(String server) {
        return FOLDER.resolve(server).resolve("log/cel-custom/cel.csv");
    }

    /** The folder of its configuration files. */
    public static Path configuration(String server) {
        return FOLDER.resolve(server).resolve("etc");
    }

    /** Its process. */
    public static long pid(String server) {
        try {
            return Long.parseLong(
                    Files.readString(FOLDER.resolve(server).resolve("pid")).split(" ")[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it with SIGKILL. */
    public static void kill(String server) {
        lab("kill", server);
    }

    /** Starts it again; comes back when it is fully booted. */
    public static void boot(String server) {
        lab("boot", server);
    }

    /** Lets it end by itself, with all its calls, and starts it again; comes back when it is fully booted. */
    public static void restart(String server) {
        long process = pid(server);
        console(server, "core restart now");
        await(server + " is gone")
                .pollDelay(Duration.ZERO)
                .until(() -> ProcessHandle.of(process).isEmpty());
        boot(server);
    }

    /** A value of {@code lab status}, for example {@code pbx.pbx1.command.secret}. */
    public static String value(String key) {
        return Instance.running().inner("pbx.values", key);
    }

    private static String lab(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Instance.running().root().resolve("pbx/lab/lab").toString());
        command.addAll(Arrays.asList(arguments));
        command.addAll(List.of("--dir", FOLDER.toString()));
        return Command.run(command);
    }
}
