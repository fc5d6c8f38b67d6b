package org.switchroom.bench.day;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.switchroom.bench.Out;
import org.switchroom.bench.Sample;

/** What is printed of a run. */
final class Report {
    private final Records records;
    private final Day day;
    private final Outcome outcome;

    Report(Records records, Day day, Outcome outcome) {
        this.records = records;
        this.day = day;
        this.outcome = outcome;
    }

    void rates(double seconds, long messages) {
        Out.line(
                "%.1f s; %d rows, %.0f a second; %.1f calls a second; %d messages pushed, %.0f a second",
                seconds, outcome.rows(), outcome.rows() / seconds, day.calls() / seconds, messages, messages / seconds);
        Out.line("rows by action and status: %s", outcome.counts());
    }

    void waits() {
        show("row to wire", outcome.waits());
    }

    private static void show(String what, List<Double> millis) {
        if (millis.isEmpty()) {
            Out.line("%s: nothing measured", what);
            return;
        }
        Sample sample = Sample.of(millis);
        Out.line(
                "%s, ms: p50 %.0f, p90 %.0f, p99 %.0f, max %.0f (%d)",
                what, sample.median(), sample.quantile(0.9), sample.quantile(0.99), sample.max(), sample.size());
    }

    /** From the microsecond in Asterisk's record to the row that says so, as the probe saw it. */
    void eventToRow(List<Probe.Seen> seen) {
        Map<String, Map<String, Double>> times = new HashMap<>();
        Map<String, List<Double>> delays = new TreeMap<>();
        List<Double> all = new ArrayList<>();
        for (Probe.Seen one : seen) {
            Double at = times.computeIfAbsent(
                            one.server() + one.event(), key -> records.times(one.server(), one.event()))
                    .get(one.uniqueid());
            if (at != null) {
                delays.computeIfAbsent(one.event(), key -> new ArrayList<>()).add(one.atMillis() - at);
                all.add(one.atMillis() - at);
            }
        }
        show("event to row", all);
        delays.forEach((event, millis) -> show("  of " + event, millis));
    }

    void cpu(Map<String, Double> used, double seconds) {
        StringBuilder line = new StringBuilder();
        double sum = 0;
        for (Map.Entry<String, Double> one : used.entrySet()) {
            line.append(line.length() == 0 ? "" : ", ").append("%s %.1f".formatted(one.getKey(), one.getValue()));
            sum += one.getValue();
        }
        Out.line("CPU seconds: %s; together %.2f cores", line, sum / seconds);
        Out.line(
                "CPU of WildFly per action: %.2f ms, of the database: %.2f ms",
                used.getOrDefault("WildFly", 0.0) * 1000 / outcome.rows(),
                used.getOrDefault("database", 0.0) * 1000 / outcome.rows());
    }

    /** @return whether nothing was lost or doubled */
    boolean losses(int gaveUp, String drift) {
        Map<String, Integer> called = records.calledNumbers("9990" + day.digits(), "1555" + day.digits());
        int withoutCall = outcome.withoutCall(called);
        int withoutRow = outcome.withoutRow(called);
        int doubled = Outcome.doubled(called);
        long missing = day.demanded() - outcome.rows();
        Out.line(
                "lost: %d rows not there, %d rows not final, %d answered rows without a call at the carrier (of %d numbers), %d clients that gave up; doubled: %d numbers called"
                        + " twice; unreported: %d calls whose row does not say so",
                missing, outcome.unfinished(), withoutCall, called.size(), gaveUp, doubled, withoutRow);
        Out.line("drift: %s", drift);
        return missing == 0 && outcome.unfinished() == 0 && withoutCall == 0 && doubled == 0 && withoutRow == 0;
    }
}
