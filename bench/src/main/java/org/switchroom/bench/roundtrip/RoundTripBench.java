package org.switchroom.bench.roundtrip;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.switchroom.bench.Meter;
import org.switchroom.bench.Options;
import org.switchroom.bench.Out;
import org.switchroom.bench.Sample;
import org.switchroom.bench.ServerProcess;
import org.switchroom.bench.stream.StreamServer;

/**
 * Senders that each wait for their answer before they send again, against {@link StreamServer}, which does nothing but answer, taking turns:
 * {@code --senders 10}, {@code --rounds 5}, {@code --warm-up 2}, {@code --seconds 2}. Exit code 1 if a ratio is below its gate.
 */
public final class RoundTripBench {
    private static final String OURS = "Switchroom session";
    private static final String ASTERISK_JAVA = "asterisk-java";
    private static final String CONNECTING = "connection per action";

    private final Map<String, ActionSender> peers = new LinkedHashMap<>();
    private final ExecutorService threads;
    private final int senders;
    private final int seconds;

    private record Turn(double perSecond, double p50Millis, double p99Millis, double cpuMicros) {}

    private RoundTripBench(int port, int senders, int seconds) throws IOException {
        this.senders = senders;
        this.seconds = seconds;
        this.threads = Executors.newFixedThreadPool(senders);
        peers.put(OURS, new PipelinedSender(port));
        peers.put(ASTERISK_JAVA, new AsteriskJavaSender(port));
        peers.put(CONNECTING, new ConnectingSender(port));
    }

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        Options options = Options.of(args);
        boolean reached = true;
        try (ServerProcess server = ServerProcess.start(StreamServer.class)) {
            RoundTripBench bench =
                    new RoundTripBench(server.port(), options.number("senders", 10), options.number("seconds", 2));
            Out.line("| action | way | answered/s | p50 ms | p99 ms | client's CPU us per action |");
            Out.line("|---|---|---|---|---|---|");
            for (ActionSender.Kind kind : ActionSender.Kind.values()) {
                reached &= bench.measure(kind, options.number("warm-up", 2), options.number("rounds", 5));
            }
            bench.close();
        }
        System.exit(reached ? 0 : 1);
    }

    private void close() {
        threads.shutdownNow();
        peers.values().forEach(ActionSender::close);
    }

    private boolean measure(ActionSender.Kind kind, int warmUp, int rounds)
            throws InterruptedException, ExecutionException {
        Map<String, List<Turn>> turns = new LinkedHashMap<>();
        for (int round = -warmUp; round < rounds; round++) {
            for (Map.Entry<String, ActionSender> peer : peers.entrySet()) {
                Turn turn = turn(peer.getValue(), kind);
                if (round >= 0) {
                    turns.computeIfAbsent(peer.getKey(), key -> new ArrayList<>())
                            .add(turn);
                }
            }
        }
        turns.forEach((peer, all) -> Out.line(
                "| %s | %s | %s | %.2f | %.2f | %.0f |",
                kind,
                peer,
                Sample.of(all.stream().map(Turn::perSecond).toList()).spread("%.0f"),
                Sample.of(all.stream().map(Turn::p50Millis).toList()).median(),
                Sample.of(all.stream().map(Turn::p99Millis).toList()).median(),
                Sample.of(all.stream().map(Turn::cpuMicros).toList()).median()));
        boolean gated = kind == ActionSender.Kind.CALL;
        return ratio(kind, turns, ASTERISK_JAVA, 2.5, gated) & ratio(kind, turns, CONNECTING, 4, gated);
    }

    private Turn turn(ActionSender sender, ActionSender.Kind kind) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        Meter meter = new Meter();
        List<Callable<List<Long>>> work = new ArrayList<>();
        for (int i = 0; i < senders; i++) {
            work.add(() -> sendUntil(end, sender, kind));
        }
        List<Long> nanos = new ArrayList<>();
        for (Future<List<Long>> done : threads.invokeAll(work)) {
            nanos.addAll(done.get());
        }
        Meter.Use use = meter.stop();
        Sample sample = Sample.of(nanos);
        return new Turn(
                nanos.size() / use.seconds(),
                sample.median() / 1e6,
                sample.quantile(0.99) / 1e6,
                use.cpuSeconds() * 1e6 / nanos.size());
    }

    private static List<Long> sendUntil(long end, ActionSender sender, ActionSender.Kind kind) throws IOException {
        List<Long> nanos = new ArrayList<>();
        long before = System.nanoTime();
        while (before < end) {
            sender.send(kind);
            long after = System.nanoTime();
            nanos.add(after - before);
            before = after;
        }
        return nanos;
    }

    private static boolean ratio(
            ActionSender.Kind kind, Map<String, List<Turn>> turns, String peer, double gate, boolean gated) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < turns.get(peer).size(); i++) {
            ratios.add(
                    turns.get(OURS).get(i).perSecond() / turns.get(peer).get(i).perSecond());
        }
        Sample sample = Sample.of(ratios);
        boolean reached = sample.median() >= gate;
        String verdict = "gate %.1f: %s".formatted(gate, reached ? "reached" : "MISSED");
        Out.line("%s, Switchroom session / %s: %s, %s", kind, peer, sample.spread("%.1f"), gated ? verdict : "no gate");
        return reached || !gated;
    }
}
