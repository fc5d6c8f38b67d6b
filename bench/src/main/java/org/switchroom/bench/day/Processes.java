package org.switchroom.bench.day;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** CPU seconds that the processes of a state folder have used so far, by what they are; children and threads included. Linux only. */
final class Processes {
    private static final double TICKS_PER_SECOND = 100;

    private final Path state;

    Processes(Path state) {
        this.state = state;
    }

    /** WildFly, the database, each Asterisk by its name, and this program. */
    Map<String, Double> cpuSeconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            all.filter(path -> path.getFileName().toString().chars().allMatch(Character::isDigit))
                    .forEach(process -> add(process, seconds));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return seconds;
    }

    private void add(Path process, Map<String, Double> seconds) {
        try {
            String kind = kind(process, text(process.resolve("cmdline")).replace('\0', ' '));
            if (!kind.isEmpty()) {
                seconds.merge(kind, seconds(text(process.resolve("stat"))), Double::sum);
            }
        } catch (IOException e) {
            seconds.merge("gone meanwhile", 0.0, Double::sum);
        }
    }

    private String kind(Path process, String command) {
        String base = state + "/";
        if (process.getFileName()
                .toString()
                .equals(String.valueOf(ProcessHandle.current().pid()))) {
            return "clients";
        } else if (command.contains("-Djboss.server.base.dir=" + base) && command.contains("java ")) {
            return "WildFly";
        } else if (command.contains(base + "database/") && command.contains("datadir")) {
            return "database";
        } else if (command.contains(base + "lab/") && command.contains("asterisk.conf")) {
            return command.contains(base + "lab/carrier/") ? "the carrier's Asterisk" : "Asterisk servers";
        }
        return "";
    }

    /** The name in brackets may hold blanks. */
    private static double seconds(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Double.parseDouble(fields[11]) + Double.parseDouble(fields[12])) / TICKS_PER_SECOND;
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
