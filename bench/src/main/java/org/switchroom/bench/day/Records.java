package org.switchroom.bench.day;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What the Asterisk servers wrote themselves about their channels (CEL): the judge of what was lost and doubled. */
final class Records {
    private final Path lab;

    Records(Path state) {
        this.lab = state.resolve("lab");
    }

    private record Line(String event, double at, String uniqueid, String exten) {
        static Optional<Line> of(String text) {
            String[] cells = text.substring(1).split("\",\"", -1);
            return cells.length < 7
                    ? Optional.empty()
                    : Optional.of(new Line(cells[0], seconds(cells[1]), cells[2], cells[6]));
        }

        private static double seconds(String text) {
            return text.matches("[0-9]+\\.[0-9]+") ? Double.parseDouble(text) : Double.NaN;
        }
    }

    /** How often the carrier was called by a number that begins so. */
    Map<String, Integer> calledNumbers(String... prefixes) {
        Map<String, Integer> times = new HashMap<>();
        lines("carrier", line -> {
            for (String prefix : prefixes) {
                if (line.event().equals("CHAN_START") && line.exten().startsWith(prefix)) {
                    times.merge(line.exten(), 1, Integer::sum);
                }
            }
        });
        return times;
    }

    /** When this happened to each channel of a server: uniqueid to milliseconds since the epoch. */
    Map<String, Double> times(String server, String event) {
        Map<String, Double> times = new HashMap<>();
        lines(server, line -> {
            if (line.event().equals(event)) {
                times.putIfAbsent(line.uniqueid(), line.at() * 1000);
            }
        });
        return times;
    }

    private void lines(String server, Consumer<Line> reader) {
        try (Stream<String> lines =
                Files.lines(lab.resolve(server).resolve("log/cel-custom/cel.csv"), StandardCharsets.ISO_8859_1)) {
            lines.filter(text -> text.startsWith("\"")).map(Line::of).forEach(line -> line.ifPresent(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
