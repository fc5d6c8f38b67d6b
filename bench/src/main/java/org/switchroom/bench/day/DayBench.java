package org.switchroom.bench.day;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.switchroom.bench.Options;
import org.switchroom.bench.Out;
import org.switchroom.bench.queue.Instance;

/**
 * {@code --state FOLDER} of a ready {@code ./run}, {@code --scale 1} part of a day, {@code --runs flat,paced,processes}, {@code --times 20} as fast as the day,
 * {@code --warm-up 0.1} part of a day before, {@code --clients 240} half of which poll, {@code --open 2} calls of each at once when flat out, {@code --seed}. Exit code 1 if anything was lost or doubled.
 */
public final class DayBench {
    private static final int PROCESS_ACTIONS = 2_000;
    private static final double FIVE_MINUTES = 300;
    /** Part of a day before what counts: until then compilers are at work in server and clients. */
    private static final double WARM_UP = 0.1;

    private final Instance instance;
    private final Path state;
    private final Options options;
    private final long seed;
    private final List<String> summary = new ArrayList<>();
    private boolean clean = true;
    private double flatSecondsOfDay;

    private DayBench(Path state, Options options) {
        this.instance = Instance.in(state);
        this.state = state;
        this.options = options;
        this.seed = Long.parseLong(options.text("seed", String.valueOf(System.currentTimeMillis())));
    }

    public static void main(String[] args) throws SQLException, IOException, InterruptedException {
        Options options = Options.of(args);
        DayBench bench =
                new DayBench(Path.of(options.text("state", ".switchroom")).toAbsolutePath(), options);
        bench.runs();
        System.exit(bench.clean ? 0 : 1);
    }

    private void runs() throws SQLException, IOException, InterruptedException {
        double scale = Double.parseDouble(options.text("scale", "1"));
        Out.line("seed %d, scale %s, servers %s", seed, scale, instance.servers());
        double warmUp = Double.parseDouble(options.text("warm-up", String.valueOf(WARM_UP)));
        if (warmUp > 0) {
            one("warm-up, not counted", warmUp, Day.Pace.flatOut(), options.number("open", 2));
        }
        for (String kind : options.text("runs", "flat,paced,processes").split(",")) {
            switch (kind) {
                case "flat" -> {
                    double seconds = one("flat out", scale, Day.Pace.flatOut(), options.number("open", 2));
                    flatSecondsOfDay = seconds / scale;
                    summary.add("The day flat out: %.0f s for %.0f actions; %.0f s for the whole day (aim %.0f)"
                            .formatted(seconds, Day.ACTIONS * scale, flatSecondsOfDay, FIVE_MINUTES));
                }
                case "paced" -> {
                    double times = Double.parseDouble(options.text("times", "20"));
                    one("at %.0f times the day's pace".formatted(times), scale, Day.Pace.times(times), 4);
                }
                case "processes" -> processes();
                default -> throw new IllegalArgumentException("--runs " + kind);
            }
        }
        summary.forEach(line -> Out.line("%s", line));
    }

    private double one(String title, double scale, Day.Pace pace, int open)
            throws SQLException, IOException, InterruptedException {
        Day day = new Day("day-" + Long.toString(seed, Character.MAX_RADIX) + "-" + title.charAt(0), scale, pace, seed);
        Out.line("");
        Out.line("## %s: %d calls, about %d actions", title, day.calls(), day.calls() * 10 / 3);
        Processes processes = new Processes(state);
        Map<String, Double> before = processes.cpuSeconds();
        long messages = PushedClient.MESSAGES.sum();
        try (Crew crew = new Crew(instance, day, options.number("clients", 240), open)) {
            double seconds = crew.work();
            Map<String, Double> used = difference(before, processes.cpuSeconds());
            Outcome outcome = crew.outcome();
            Report report = new Report(new Records(state), day, outcome);
            report.rates(seconds, PushedClient.MESSAGES.sum() - messages);
            Out.line(
                    "so far %d streams were cut off and followed again, %d told to read anew; %d times \"later\" to a request",
                    PushedClient.CUT_OFF.sum(), PushedClient.RESYNCS.sum(), PushedClient.REFUSED.sum());
            report.waits();
            report.eventToRow(crew.seen());
            report.cpu(used, seconds);
            clean &= report.losses(crew.gaveUp(), crew.drift());
            return seconds;
        }
    }

    private static Map<String, Double> difference(Map<String, Double> before, Map<String, Double> after) {
        Map<String, Double> used = new LinkedHashMap<>();
        after.forEach((kind, seconds) -> used.put(kind, seconds - before.getOrDefault(kind, 0.0)));
        return used;
    }

    /** The actions of a day without their calls: Originates to a busy number, questions for the rest. */
    private void processes() throws SQLException, IOException, InterruptedException {
        Day day = new Day("dayp-" + Long.toString(seed, Character.MAX_RADIX), 1, Day.Pace.flatOut(), seed);
        List<String> servers = instance.servers();
        List<Demand> demands = new ArrayList<>();
        int count = options.number("processes", PROCESS_ACTIONS);
        for (int i = 0; i < count; i++) {
            String server = servers.get(i % servers.size());
            demands.add(i % 10 < 3 ? day.demand(server, "Originate", busy(i)) : day.demand(server, "Ping", Map.of()));
        }
        Path script = Path.of(options.required("script"));
        try (var owner = instance.asOwner()) {
            ProcessPerAction sender = new ProcessPerAction(instance, owner, script);
            double seconds = sender.run(demands);
            double whole = seconds / count * Day.ACTIONS;
            Out.line("");
            summary.add(
                    "A process per action: %d actions in %.1f s, %.0f a second, %d without Success; extrapolated to the day: %.0f s%s"
                            .formatted(
                                    count,
                                    seconds,
                                    count / seconds,
                                    sender.failed(),
                                    whole,
                                    flatSecondsOfDay == 0
                                            ? ""
                                            : ", %.1f times ours".formatted(whole / flatSecondsOfDay)));
        }
    }

    private static Map<String, String> busy(int i) {
        Map<String, String> headers = new LinkedHashMap<>();
        Arrays.asList(
                        "Channel: PJSIP/1555%05d5@carrier".formatted(i),
                        "Context: switchroom-wait",
                        "Exten: s",
                        "Priority: 1")
                .forEach(header -> headers.put(header.split(": ")[0], header.split(": ")[1]));
        return headers;
    }
}
