package org.switchroom.bench.day;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What became of the rows of a run, by the tables and by Asterisk's own records. */
final class Outcome {
    private static final String ROWS = """
            select action, status, timestampdiff(microsecond, created_at, sent_at), headers, finished_at is null
              from action_all where idempotency_key like ?""";

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<Double> waits = new ArrayList<>();
    private final Map<String, String> calls = new HashMap<>();
    private int rows;
    private int unfinished;

    static Outcome read(Connection connection, String run) throws SQLException {
        Outcome outcome = new Outcome();
        try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setString(1, run + "-%");
            statement.setFetchSize(1_000);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    outcome.add(result);
                }
            }
        }
        return outcome;
    }

    private void add(ResultSet row) throws SQLException {
        rows++;
        String action = row.getString(1);
        String status = row.getString(2);
        counts.merge(action + " " + status, 1, Integer::sum);
        double wait = row.getLong(3) / 1000.0;
        if (!row.wasNull()) {
            waits.add(wait);
        }
        if (row.getBoolean(5)) {
            unfinished++;
        }
        if (action.equals("Originate")) {
            calls.put(dialled(row.getString(4)), status);
        }
    }

    private static String dialled(String headers) {
        int from = headers.indexOf("PJSIP/") + "PJSIP/".length();
        return headers.substring(from, headers.indexOf("@carrier", from));
    }

    int rows() {
        return rows;
    }

    int unfinished() {
        return unfinished;
    }

    List<Double> waits() {
        return waits;
    }

    Map<String, Integer> counts() {
        return counts;
    }

    /** Calls that a row calls answered and the carrier never saw. */
    int withoutCall(Map<String, Integer> called) {
        return (int) calls.entrySet().stream()
                .filter(call -> call.getValue().equals("SUCCEEDED") && !called.containsKey(call.getKey()))
                .count();
    }

    /** Numbers that would have answered and were called, though their row is not SUCCEEDED, or that no row asked for. */
    int withoutRow(Map<String, Integer> called) {
        Set<String> unknown = new HashSet<>(called.keySet());
        unknown.removeIf(number ->
                number.startsWith("1555") ? calls.containsKey(number) : "SUCCEEDED".equals(calls.get(number)));
        return unknown.size();
    }

    /** Numbers that were called more than once. */
    static int doubled(Map<String, Integer> called) {
        return (int) called.values().stream().filter(times -> times > 1).count();
    }
}
