package org.switchroom.system.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.switchroom.system.Instance;
import org.switchroom.system.Lab;
import org.switchroom.system.SqlClient;

/**
 * What really happened, by the servers' own records of channels, joined with our rows by channel id. Ask it at rest: each call that a server
 * began for a row belongs to exactly one row, that row knows it, and no row began two.
 */
final class Oracle {
    private static final Pattern BEGUN = Pattern.compile("^\"CHAN_START\",\"[^\"]*\",\"(swr-(\\d+)-[a-z0-9]+)\"");

    private final Map<String, Long> from = new HashMap<>();
    private final long afterRow;

    private Oracle(SqlClient sql) {
        Instance.running().serverNames().forEach(server -> from.put(server, size(server)));
        afterRow = Long.parseLong(sql.rows("select coalesce(max(id), 0) id from action_all")
                .get(0)
                .get("id"));
    }

    static Oracle fromNow(SqlClient sql) {
        return new Oracle(sql);
    }

    /**
     * What it found.
     *
     * @param rows Originates that clients wrote
     * @param calls channels that servers began for them
     * @param succeeded rows whose call was answered
     * @param notConfirmed rows that failed with these words: they may have rung
     * @param doubled rows for which more than one channel began, or one began twice
     * @param lost rows that are not final, or final without a reason
     * @param denied rows that say there was no call, and there was one
     */
    record Verdict(
            int rows,
            int calls,
            int succeeded,
            List<Long> notConfirmed,
            List<String> doubled,
            List<String> lost,
            List<String> denied) {

        Verdict mustBeClean() {
            assertEquals(List.of(), doubled, "rows that rang twice");
            assertEquals(List.of(), lost, "rows without an outcome");
            assertEquals(List.of(), denied, "rows that deny their call");
            return this;
        }

        String figure() {
            return "%d actions, %d calls, %d answered, %d lost, %d doubled, %d not confirmed"
                    .formatted(rows, calls, succeeded, lost.size(), doubled.size(), notConfirmed.size());
        }
    }

    Verdict judge(SqlClient sql) {
        Map<Long, List<String>> begun = begun();
        List<Map<String, String>> rows =
                sql.rows("select * from action_all where action = 'Originate' and id > ? order by id", afterRow);
        List<Long> notConfirmed = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        List<String> denied = new ArrayList<>();
        int succeeded = 0;
        for (Map<String, String> row : rows) {
            List<String> calls = begun.getOrDefault(Long.valueOf(row.get("id")), List.of());
            String message = String.valueOf(row.get("response_message"));
            succeeded += "SUCCEEDED".equals(row.get("status")) ? 1 : 0;
            if (calls.size() > 1) {
                doubled.add(calls + " " + row);
            }
            if (message.contains("not confirmed")) {
                notConfirmed.add(Long.valueOf(row.get("id")));
            } else if (isLost(row)) {
                lost.add(row.toString());
            } else if (!calls.isEmpty() && denies(row, calls.get(0))) {
                denied.add(calls + " " + row);
            }
        }
        int calls = begun.values().stream().mapToInt(List::size).sum();
        return new Verdict(rows.size(), calls, succeeded, notConfirmed, doubled, lost, denied);
    }

    private static boolean isLost(Map<String, String> row) {
        return switch (row.get("status")) {
            case "SUCCEEDED", "CANCELLED", "EXPIRED" -> false;
            case "FAILED" ->
                row.get("hangup_cause") == null
                        && row.get("hangup_cause_text") == null
                        && row.get("response_message") == null;
            default -> true;
        };
    }

    /** A call took place; its row must carry its id, and must not say that it was never sent. */
    private static boolean denies(Map<String, String> row, String uniqueid) {
        boolean unsent = "EXPIRED".equals(row.get("status")) || "CANCELLED".equals(row.get("status"));
        return unsent || !uniqueid.equals(row.get("uniqueid"));
    }

    /** Channels that began for each row, on all servers. */
    private Map<Long, List<String>> begun() {
        Map<Long, List<String>> begun = new TreeMap<>();
        from.forEach((server, offset) -> lines(server, offset).forEach(line -> {
            Matcher start = BEGUN.matcher(line);
            if (start.find()) {
                begun.computeIfAbsent(Long.valueOf(start.group(2)), row -> new ArrayList<>())
                        .add(start.group(1));
            }
        }));
        begun.keySet().removeIf(row -> row <= afterRow);
        return begun;
    }

    private static List<String> lines(String server, long offset) {
        Path file = Lab.channelRecordFile(server);
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var channel = Files.newByteChannel(file)) {
            channel.position(offset);
            byte[] bytes = Channels.newInputStream(channel).readAllBytes();
            return new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(String server) {
        Path file = Lab.channelRecordFile(server);
        return Files.exists(file) ? file.toFile().length() : 0;
    }
}
