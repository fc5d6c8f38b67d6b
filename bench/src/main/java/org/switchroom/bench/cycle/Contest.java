package org.switchroom.bench.cycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.switchroom.bench.Meter;
import org.switchroom.bench.Options;
import org.switchroom.bench.Out;
import org.switchroom.bench.Sample;

/** Contenders that take turns at the same sizes; the ratios within a round are the result. */
final class Contest {
    /** One contender at one size in one round. */
    private record Turn(double perSecond, double clientCpuMicros, double databaseCpuMicros) {}

    private static final double TICKS_PER_SECOND = 100;

    private final BenchDatabase database;
    private final int rounds;
    private final double seconds;
    private final String unit;
    private final Map<String, List<Turn>> turns = new LinkedHashMap<>();
    private boolean reached = true;

    Contest(BenchDatabase database, Options options, String unit) {
        this.database = database;
        this.rounds = options.number("rounds", 5);
        this.seconds = options.number("seconds", 3);
        this.unit = unit;
    }

    /** Lets them take turns, once to warm up and then as often as is asked for, and prints the table. */
    void run(List<? extends Cycle> contenders, List<Integer> sizes) throws Exception {
        Out.line("%s; %d rounds after one of warm-up, %.0f s a turn", database.version(), rounds, seconds);
        for (int round = 0; round <= rounds; round++) {
            for (int size : sizes) {
                for (Cycle cycle : contenders) {
                    if (size <= cycle.largest()) {
                        turn(cycle, size, round > 0);
                    }
                }
            }
        }
        Out.line("| size, contender | %s a second | client CPU us for each | database CPU us for each |", unit);
        Out.line("|---|---|---|---|");
        turns.forEach(Contest::show);
    }

    private void turn(Cycle cycle, int size, boolean counted) throws Exception {
        cycle.prepare(size);
        double databaseBefore = database.cpuSeconds();
        double childrenBefore = cpuSecondsOfChildren();
        Meter meter = new Meter();
        double units = cycle.run(seconds);
        Meter.Use use = meter.stop();
        double clientCpu = use.cpuSeconds() + cpuSecondsOfChildren() - childrenBefore;
        double databaseCpu = database.cpuSeconds() - databaseBefore;
        if (counted) {
            turns.computeIfAbsent(key(size, cycle.title()), key -> new ArrayList<>())
                    .add(new Turn(units / use.seconds(), clientCpu / units * 1e6, databaseCpu / units * 1e6));
        }
    }

    /** Of processes that this one started and that have ended. */
    private static double cpuSecondsOfChildren() {
        try {
            String stat = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(int size, String title) {
        return size + ", " + title;
    }

    private static Sample of(List<Turn> turns, ToDoubleFunction<Turn> what) {
        return new Sample(turns.stream().mapToDouble(what).toArray());
    }

    private static void show(String title, List<Turn> turns) {
        Out.line(
                "| %s | %s | %.0f | %.0f |",
                title,
                of(turns, Turn::perSecond).spread("%,.1f"),
                of(turns, Turn::clientCpuMicros).median(),
                of(turns, Turn::databaseCpuMicros).median());
    }

    /** Prints how many times faster one is than another, by the clock and by all CPU time, and whether that is enough; 0 for no gate. */
    void compare(int size, String one, String other, double gate, double cpuGate) {
        ratio(size + ": " + one + " / " + other, turns.get(key(size, one)), turns.get(key(size, other)), gate, cpuGate);
    }

    /** Prints the rate of a contender at one size over that at another, and whether that is enough. */
    void compareSizes(String title, int size, int other, double gate) {
        ratio(
                title + " at " + size + " / at " + other,
                turns.get(key(size, title)),
                turns.get(key(other, title)),
                gate,
                0);
    }

    /** Whether every gate so far was. */
    boolean isReached() {
        return reached;
    }

    private void ratio(String title, List<Turn> ours, List<Turn> theirs, double gate, double cpuGate) {
        if (ours == null || theirs == null) {
            return;
        }
        double[] rates = new double[ours.size()];
        double[] cpus = new double[ours.size()];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = ours.get(i).perSecond() / theirs.get(i).perSecond();
            cpus[i] = cpu(theirs.get(i)) / cpu(ours.get(i));
        }
        Sample rate = new Sample(rates);
        Sample cpu = new Sample(cpus);
        boolean enough = rate.median() >= gate && cpu.median() >= cpuGate;
        reached &= enough;
        String gates = "gate %s%s: %s"
                .formatted(gate, cpuGate > 0 ? ", CPU 1 / " + cpuGate : "", enough ? "reached" : "MISSED");
        Out.line(
                "%s = %s; CPU 1 / %s; %s",
                title, rate.spread("%.2f"), cpu.spread("%.1f"), gate > 0 ? gates : "no gate");
    }

    private static double cpu(Turn turn) {
        return turn.clientCpuMicros() + turn.databaseCpuMicros();
    }
}
