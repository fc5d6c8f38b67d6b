package org.switchroom.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The real Asterisk servers, looked at without Switchroom: by their console and their own records. */
final class Lab {
    private static final Path FOLDER = Instance.running().state().resolve("lab");

    private Lab() {}

    /** What Asterisk's console prints. */
    static String console(String server, String command) {
        return lab("rx", server, command);
    }

    /** Uniqueids of the channels that the server has now. */
    static Set<String> uniqueids(String server) {
        return console(server, "core show channels concise")
                .lines()
                .filter(line -> line.chars().filter(c -> c == '!').count() >= 12)
                .map(line -> line.substring(line.lastIndexOf('!') + 1).strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many lines the server wrote about channels, ever; it grows with any call. */
    static long channelRecords(String server) {
        Path file = FOLDER.resolve(server).resolve("log/cel-custom/cel.csv");
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
    static boolean hasRecordOf(String server, String uniqueid) {
        Path file = FOLDER.resolve(server).resolve("log/cel-custom/cel.csv");
        try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.anyMatch(line -> line.contains(uniqueid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it with SIGKILL. */
    static void kill(String server) {
        lab("kill", server);
    }

    /** Starts it again; comes back when it is fully booted. */
    static void boot(String server) {
        lab("boot", server);
    }

    /** A value of {@code lab status}, for example {@code pbx.pbx1.command.secret}. */
    static String value(String key) {
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
