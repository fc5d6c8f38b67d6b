package org.switchroom.bench.burst;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.switchroom.bench.Meter;
import org.switchroom.bench.Options;
import org.switchroom.bench.Out;
import org.switchroom.bench.Sample;
import org.switchroom.bench.ServerProcess;
import org.switchroom.bench.stream.Trace;

/**
 * A burst of recorded events, and a listener that is slower than it. First {@code --small} events (100000) with 200 us each, both
 * contenders by turns, {@code --rounds} times (3): how many are lost, and how long an answer takes behind them. Then {@code --large}
 * events (1000000), Switchroom alone: with its listener held to 1,000 a second for {@code --held} seconds (20) and then free, and
 * beside it a run that nobody holds up; the end states must be equal. Exit code 1 if a gate is missed.
 */
public final class BurstBench {
    private static final int SLOW_MICROS = 200;
    private static final int HELD_MICROS = 1000;
    private static final double T3_GATE = 50;
    private static final int MEGABYTE = 1 << 20;

    private record Small(double lostRatio, double pingMillis, double eventSocketPingMillis) {}

    private final Trace trace = Trace.load();
    private final int port;
    private final Path spillFolder;
    private volatile int micros;

    private BurstBench(int port, Path spillFolder) {
        this.port = port;
        this.spillFolder = spillFolder;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Options options = Options.of(args);
        boolean reached;
        Path spillFolder = Files.createTempDirectory("switchroom-burst");
        try (ServerProcess server = ServerProcess.start(BurstServer.class)) {
            BurstBench bench = new BurstBench(server.port(), spillFolder.resolve("spill"));
            reached = bench.small(options.number("rounds", 3), options.number("small", 100_000));
            reached &= bench.large(options.number("large", 1_000_000), options.number("held", 20));
        } finally {
            Files.deleteIfExists(spillFolder);
        }
        System.exit(reached ? 0 : 1);
    }

    private boolean small(int rounds, int events) throws IOException, InterruptedException {
        List<Small> ours = new ArrayList<>();
        List<Small> theirs = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            theirs.add(smallTurn(events, false));
            ours.add(smallTurn(events, true));
            Out.line(
                    "round %d: lost asterisk-java %.3f, Switchroom %.3f; answer %.1f ms, %.2f ms (event socket %.2f ms)",
                    round + 1,
                    theirs.get(round).lostRatio(),
                    ours.get(round).lostRatio(),
                    theirs.get(round).pingMillis(),
                    ours.get(round).pingMillis(),
                    ours.get(round).eventSocketPingMillis());
        }
        double[] ratios = new double[rounds];
        double[] onEventSocket = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            ratios[i] = theirs.get(i).pingMillis() / ours.get(i).pingMillis();
            onEventSocket[i] = theirs.get(i).pingMillis() / ours.get(i).eventSocketPingMillis();
        }
        double lost = ours.stream().mapToDouble(Small::lostRatio).max().orElse(1);
        Out.line("T2 lost of %d: Switchroom %.4f, gate 0: %s", events, lost, lost == 0 ? "reached" : "MISSED");
        Sample ratio = new Sample(ratios);
        Out.line(
                "T3 answer on the command socket, asterisk-java / Switchroom: %s, gate %.0f",
                ratio.spread("%.0f"), T3_GATE);
        Sample event = new Sample(onEventSocket);
        Out.line("T3 answer on the event socket: %s", event.spread("%.0f"));
        return lost == 0 && ratio.median() >= T3_GATE && event.median() >= T3_GATE;
    }

    /** The answer is asked for when the last byte of the burst is written. */
    private Small smallTurn(int events, boolean ours) throws IOException, InterruptedException {
        micros = SLOW_MICROS;
        Listener listener = new Listener(() -> micros);
        int repeats = trace.repeats(events);
        try (Contender contender =
                ours ? new Switchroom(port, listener, spillFolder) : new AsteriskJava(port, listener)) {
            contender.ping();
            burst(repeats);
            double ping = contender.ping();
            double eventSocket = contender instanceof Switchroom we ? awaitEventSocket(we) : ping;
            micros = 0;
            awaitQuiet(listener);
            double sent = (double) repeats * trace.events();
            double delivered = ours ? listener.count() : Math.min(sent, listener.count() / oldForms());
            return new Small(1 - delivered / sent, ping, eventSocket);
        }
    }

    /**
     * The adapter's own Pings go on while the listener works: the longest of a second. The first two are left out, as they may have been
     * sent before the last byte of the burst.
     */
    private static double awaitEventSocket(Switchroom we) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        double last = we.figures().getPingMillis();
        double longest = 0;
        int answers = 0;
        while (answers < 4 || System.nanoTime() < end) {
            LockSupport.parkNanos(2_000_000);
            double latest = we.figures().getPingMillis();
            if (latest != last) {
                last = latest;
                longest = ++answers > 2 ? Math.max(longest, latest) : 0;
            }
        }
        return longest;
    }

    /** asterisk-java delivers an old form beside each DialBegin and DialEnd. */
    private double oldForms() {
        double dials =
                trace.names().getOrDefault("DialBegin", 0) + trace.names().getOrDefault("DialEnd", 0);
        return 1 + dials / trace.events();
    }

    /** The last event may be among the lost. */
    private static void awaitQuiet(Listener listener) {
        long before = -1;
        while (!listener.hasLast() && before != listener.count()) {
            before = listener.count();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
        }
    }

    private boolean large(int events, int heldSeconds) throws IOException, InterruptedException {
        String free = largeTurn(events, 0);
        String held = largeTurn(events, heldSeconds);
        boolean equal = free.equals(held);
        Out.line("end state without hold: %s", free);
        Out.line("end state with hold:    %s", held);
        Out.line(
                "T2 of %d: end states %s, in a heap of at most %d MB: %s",
                events,
                equal ? "equal" : "DIFFER",
                Runtime.getRuntime().maxMemory() / MEGABYTE,
                equal ? "reached" : "MISSED");
        return equal;
    }

    private String largeTurn(int events, int heldSeconds) throws IOException, InterruptedException {
        micros = heldSeconds == 0 ? 0 : HELD_MICROS;
        Listener listener = new Listener(() -> micros);
        int repeats = trace.repeats(events);
        long sent = (long) repeats * trace.events();
        try (Switchroom we = new Switchroom(port, listener, spillFolder)) {
            Meter all = new Meter();
            burst(repeats);
            double written = all.stop().seconds();
            LockSupport.parkNanos((long) ((heldSeconds - written) * 1e9));
            long heldBack = sent - listener.count();
            double onDisk = we.figures().getSpilledBytes() / (double) MEGABYTE;
            long spilled = we.figures().getSpilledTotalCount();
            Meter rest = new Meter();
            micros = 0;
            listener.awaitLast();
            Meter.Use use = rest.stop();
            Out.line(
                    "%d events, held %d s: written in %.1f s, %d went to disk (%.0f MB at the release), %d lost, longest lag %d ms;"
                            + " the other %d in %.1f s: catch-up %.0f a second, %.2f CPU-s per million",
                    sent,
                    heldSeconds,
                    written,
                    spilled,
                    onDisk,
                    sent - listener.count(),
                    we.figures().getMaxLagMillis(),
                    heldBack,
                    use.seconds(),
                    heldBack / use.seconds(),
                    use.cpuSeconds() / heldBack * 1e6);
        }
        return listener.state();
    }

    /** Returns when the server has written the last byte. */
    private void burst(int repeats) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String action = "Action: Burst\r\nRepeats: " + repeats + "\r\n\r\n";
            socket.getOutputStream().write(action.getBytes(UTF_8));
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            String line = in.readLine();
            while (line != null && !line.startsWith("Response")) {
                line = in.readLine();
            }
        }
    }
}
