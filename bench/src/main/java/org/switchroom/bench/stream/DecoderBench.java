package org.switchroom.bench.stream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.switchroom.bench.Meter;
import org.switchroom.bench.Options;
import org.switchroom.bench.Out;
import org.switchroom.bench.Sample;
import org.switchroom.bench.ServerProcess;

/**
 * Readers of the manager interface on the same recorded stream, taking turns: {@code --rounds N} (7), {@code --warm-up N} (4),
 * {@code --events N} (400000; asterisk-java gets a quarter), {@code --only SWITCHROOM} for a profiler. Exit code 1 if a ratio is below its gate.
 */
public final class DecoderBench {
    private enum Peer {
        SWITCHROOM("Switchroom"),
        ASTERISK_JAVA("asterisk-java"),
        NAIVE("readLine + HashMap"),
        FRAMING("framing only");

        private final String title;

        Peer(String title) {
            this.title = title;
        }
    }

    /** One reader's turn, per event where it makes sense. */
    private record Turn(
            double perSecond,
            double cpuPerMillion,
            double bytesPerEvent,
            double serverCpuPerMillion,
            double delivered) {}

    private final Trace trace = Trace.load();
    private final Map<Peer, StreamReader.Opener> openers = new EnumMap<>(Peer.class);
    private final Map<Peer, List<Turn>> turns = new EnumMap<>(Peer.class);
    private final int wanted;
    private final List<Peer> peers;

    private DecoderBench(int wanted, List<Peer> peers) {
        this.wanted = wanted;
        this.peers = peers;
        openers.put(Peer.SWITCHROOM, OurReader::open);
        openers.put(Peer.ASTERISK_JAVA, AsteriskJavaReader::open);
        openers.put(Peer.NAIVE, NaiveReader::open);
        openers.put(Peer.FRAMING, FramingReader.of(trace));
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Options options = Options.of(args);
        DecoderBench bench = new DecoderBench(
                options.number("events", 400_000),
                options.values().containsKey("only")
                        ? List.of(Peer.valueOf(options.required("only")))
                        : List.of(Peer.values()));
        boolean reached;
        try (ServerProcess server = ServerProcess.start(StreamServer.class)) {
            int warmUp = options.number("warm-up", 4);
            int rounds = options.number("rounds", 7);
            for (int round = -warmUp; round < rounds; round++) {
                bench.round(server, round);
            }
            reached = bench.report();
        }
        System.exit(reached ? 0 : 1);
    }

    private void round(ServerProcess server, int round) throws IOException, InterruptedException {
        StringBuilder line = new StringBuilder(round < 0 ? "warm-up" : "round " + (round + 1));
        for (Peer peer : peers) {
            Turn turn = turn(peer, server);
            line.append("  %s %.0f/s, %.2f CPU-s/M".formatted(peer.title, turn.perSecond, turn.cpuPerMillion));
            if (round >= 0) {
                turns.computeIfAbsent(peer, key -> new ArrayList<>()).add(turn);
            }
        }
        Out.line("%s", line);
    }

    private Turn turn(Peer peer, ServerProcess server) throws IOException, InterruptedException {
        int repeats = trace.repeats(peer == Peer.ASTERISK_JAVA ? wanted / 4 : wanted);
        double sent = (double) repeats * trace.events() + 1;
        try (StreamReader reader = openers.get(peer).open(server.port(), repeats)) {
            long before = reader.events();
            double serverBefore = server.cpuSeconds();
            Meter meter = new Meter();
            reader.readAll();
            Meter.Use use = meter.stop();
            double serverCpu = server.cpuSeconds() - serverBefore;
            double delivered = reader.events() - before;
            if (reader.sum() <= 0) {
                throw new IllegalStateException(peer.title + " read nothing");
            }
            return new Turn(
                    sent / use.seconds(),
                    use.cpuSeconds() / sent * 1e6,
                    use.bytes() / sent,
                    serverCpu / sent * 1e6,
                    delivered / sent);
        }
    }

    private boolean report() {
        double mean = (double) trace.bytes().length / trace.events();
        Out.line("");
        Out.line("Trace: %d events, mean %.0f bytes; %s", trace.events(), mean, trace.names());
        Out.line("");
        Out.line(
                "| reader | events/s | MB/s | CPU-s per million events | bytes allocated per event | server's CPU-s per million | delivered / sent |");
        Out.line("|---|---|---|---|---|---|---|");
        for (Peer peer : peers) {
            Sample rate = sample(peer, Turn::perSecond);
            Out.line(
                    "| %s | %s | %.0f | %s | %s | %.2f | %.3f |",
                    peer.title,
                    rate.spread("%.0f"),
                    rate.median() * mean / 1e6,
                    sample(peer, Turn::cpuPerMillion).spread("%.2f"),
                    sample(peer, Turn::bytesPerEvent).spread("%.0f"),
                    sample(peer, Turn::serverCpuPerMillion).median(),
                    sample(peer, Turn::delivered).median());
        }
        Out.line("");
        if (peers.size() < Peer.values().length) {
            return true;
        }
        boolean reached = gate("T1 events/s, Switchroom / asterisk-java", Turn::perSecond, Peer.ASTERISK_JAVA, 1, 6);
        reached &= gate("T1 CPU, asterisk-java / Switchroom", Turn::cpuPerMillion, Peer.ASTERISK_JAVA, -1, 8);
        reached &= gate("T1b events/s, Switchroom / readLine + HashMap", Turn::perSecond, Peer.NAIVE, 1, 1.3);
        reached &= gate("T1b events/s, Switchroom / framing only", Turn::perSecond, Peer.FRAMING, 1, 0.25);
        return reached;
    }

    private Sample sample(Peer peer, ToDoubleFunction<Turn> what) {
        return new Sample(turns.get(peer).stream().mapToDouble(what).toArray());
    }

    /** Prints a ratio taken round by round, and whether its median reaches the gate. */
    private boolean gate(String title, ToDoubleFunction<Turn> what, Peer peer, int power, double gate) {
        List<Turn> ours = turns.get(Peer.SWITCHROOM);
        double[] ratios = new double[ours.size()];
        for (int i = 0; i < ratios.length; i++) {
            double ratio = what.applyAsDouble(ours.get(i))
                    / what.applyAsDouble(turns.get(peer).get(i));
            ratios[i] = power > 0 ? ratio : 1 / ratio;
        }
        Sample sample = new Sample(ratios);
        boolean reached = sample.median() >= gate;
        Out.line("%s: %s, gate %.2f: %s", title, sample.spread("%.2f"), gate, reached ? "reached" : "MISSED");
        return reached;
    }
}
