package org.switchroom.bench.queue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.switchroom.bench.Options;
import org.switchroom.bench.Out;
import org.switchroom.bench.queue.Arena.Outcome;

/**
 * Rows by a foreign client's account and calls by REST on a running instance, beside {@link BaselineSender} on the same database and
 * servers, in turns: {@code --state FOLDER} (.switchroom), {@code --rates 10,50}, {@code --seconds 20}, {@code --rounds 1},
 * {@code --burst 500}, {@code --bursts 3}. Exit code 1 if a row was not sent, or Switchroom's p99 is 500 ms or more.
 */
public final class QueueBench {
    private static final double LONGEST_P99_MILLIS = 500;

    private final Instance instance;
    private final Random random;
    private final String run;
    private final List<Arena> arenas = new ArrayList<>();
    private final List<Arena> bySql = new ArrayList<>();
    private final List<BaselineSender> senders = new ArrayList<>();
    private int phase;
    private boolean reached = true;

    private QueueBench(Instance instance, long seed) {
        this.instance = instance;
        this.random = new Random(seed);
        this.run = "bench-" + Long.toString(seed, Character.MAX_RADIX);
    }

    public static void main(String[] args) throws SQLException {
        Options options = Options.of(args);
        long seed = Long.parseLong(options.text("seed", String.valueOf(System.currentTimeMillis())));
        Instance instance = Instance.in(Path.of(options.text("state", ".switchroom")));
        QueueBench bench = new QueueBench(instance, seed);
        Out.line("seed %d, servers %s", seed, instance.servers());
        if (instance.hasBaseline()) {
            try (Connection owner = instance.asOwner()) {
                BaselineSender.createTable(owner);
                try {
                    bench.measure(options);
                } finally {
                    BaselineSender.dropTable(owner);
                }
            }
        } else {
            Out.line("No pbx.values and database.values in the state folder: measured without the baseline.");
            bench.measure(options);
        }
        System.exit(bench.reached ? 0 : 1);
    }

    private void measure(Options options) throws SQLException {
        open();
        try {
            Out.line("| phase | queue | rows | not sent | row to wire p50 ms | p99 ms | max ms | actions/s |");
            Out.line("|---|---|---|---|---|---|---|---|");
            List<String> ratios = new ArrayList<>();
            for (String rate : options.text("rates", "10,50").split(",")) {
                for (int round = 0; round < options.number("rounds", 1); round++) {
                    ratios.add(poisson(Double.parseDouble(rate), options.number("seconds", 20)));
                }
            }
            for (int round = 0; round < options.number("bursts", 3); round++) {
                ratios.add(burst(options.number("burst", 500)));
            }
            Out.line("");
            ratios.forEach(ratio -> Out.line("%s", ratio));
        } finally {
            close();
        }
    }

    private void open() throws SQLException {
        bySql.add(Arena.ofSwitchroom(instance.asClient()));
        arenas.addAll(bySql);
        arenas.add(Arena.ofRest(instance.asClient(), new RestClient(instance)));
        if (instance.hasBaseline()) {
            Arena baseline = Arena.ofBaseline(instance.asOwner());
            bySql.add(baseline);
            arenas.add(baseline);
            for (String server : instance.servers()) {
                senders.add(BaselineSender.start(instance.idleLogin(server), instance.asOwner()));
            }
        }
    }

    private void close() throws SQLException {
        for (BaselineSender sender : senders) {
            sender.close();
        }
        for (Arena arena : arenas) {
            arena.close();
        }
    }

    /** Calls to busy numbers, arriving at random times; the same times for each queue. */
    private String poisson(double perSecond, int seconds) throws SQLException {
        String title = "%.0f calls/s for %d s".formatted(perSecond, seconds);
        List<Double> arrivals = new ArrayList<>();
        double at = gap(perSecond);
        while (at < seconds) {
            arrivals.add(at);
            at += gap(perSecond);
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Arena arena : arenas) {
            String tag = tag();
            List<String> servers = instance.servers();
            long begun = System.nanoTime();
            for (int i = 0; i < arrivals.size(); i++) {
                await(begun + (long) (arrivals.get(i) * 1e9));
                arena.insert(tag + i, servers.get(i % servers.size()), "Originate", busyCall(i));
            }
            outcomes.add(show(title, arena, arena.outcome(tag), false));
        }
        return compare(title, outcomes);
    }

    private double gap(double perSecond) {
        return -Math.log(1 - random.nextDouble()) / perSecond;
    }

    private static void await(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static Map<String, String> busyCall(int i) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Channel", "PJSIP/1555%03d5@carrier".formatted(i % 1000));
        headers.put("Context", "switchroom-echo");
        headers.put("Exten", "s");
        headers.put("Priority", "1");
        return headers;
    }

    /** Pings, which no rate limit holds back, in one transaction. */
    private String burst(int count) throws SQLException {
        String title = "burst of %d pings".formatted(count);
        List<Outcome> outcomes = new ArrayList<>();
        for (Arena arena : bySql) {
            String tag = tag();
            arena.insertAtOnce(tag, instance.servers(), "Ping", count);
            outcomes.add(show(title, arena, arena.outcome(tag), true));
        }
        return compare(title, outcomes);
    }

    private String tag() {
        return run + "-" + ++phase + "-";
    }

    private Outcome show(String title, Arena arena, Outcome outcome, boolean burst) {
        Out.line(
                "| %s | %s | %d | %d | %.1f | %.1f | %.1f | %s |",
                title,
                arena.title(),
                outcome.rows(),
                outcome.failed(),
                outcome.waits().median(),
                outcome.waits().quantile(0.99),
                outcome.waits().max(),
                burst ? "%.0f".formatted(outcome.perSecond()) : "-");
        if (isOurs(arena)) {
            reached &= outcome.failed() == 0 && (burst || outcome.waits().quantile(0.99) < LONGEST_P99_MILLIS);
        }
        return outcome;
    }

    private boolean isOurs(Arena arena) {
        return !instance.hasBaseline() || arena != arenas.get(arenas.size() - 1);
    }

    /** Each of ours against the last, which is the baseline. */
    private String compare(String title, List<Outcome> outcomes) {
        if (!instance.hasBaseline()) {
            return title + ": no baseline";
        }
        int last = outcomes.size() - 1;
        return IntStream.range(0, last)
                .mapToObj(n -> compare(title + ", " + arenas.get(n).title(), outcomes.get(n), outcomes.get(last)))
                .collect(Collectors.joining("\n"));
    }

    private static String compare(String title, Outcome ours, Outcome baseline) {
        return "%s: waits 1/%.1f (p50), 1/%.1f (p99) of poll and connect; actions/s %.1f x"
                .formatted(
                        title,
                        baseline.waits().median() / ours.waits().median(),
                        baseline.waits().quantile(0.99) / ours.waits().quantile(0.99),
                        ours.perSecond() / baseline.perSecond());
    }
}
