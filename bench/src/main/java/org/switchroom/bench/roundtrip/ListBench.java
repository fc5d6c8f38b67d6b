package org.switchroom.bench.roundtrip;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.EventTimeoutException;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.event.CoreShowChannelEvent;
import org.asteriskjava.manager.event.ResponseEvent;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.session.AmiSession;
import org.switchroom.ami.session.SessionListener;
import org.switchroom.bench.Meter;
import org.switchroom.bench.Options;
import org.switchroom.bench.Out;
import org.switchroom.bench.Sample;
import org.switchroom.bench.ServerProcess;
import org.switchroom.bench.stream.AnswerSession;
import org.switchroom.bench.stream.StreamServer;

/**
 * T9c: lists of {@value StreamServer#CHANNELS} channels, one after the other, by one session of each, by turns; of each channel nine headers are read. {@code --lists 500},
 * {@code --rounds 5}, {@code --warm-up 2}. Exit code 1 if the gate is missed.
 */
public final class ListBench {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final double GATE = 6;
    private static final String OURS = "Switchroom session";
    private static final String THEIRS = "asterisk-java";
    private static final List<String> READ = List.of(
            "Uniqueid",
            "Channel",
            "ChannelState",
            "CallerIDNum",
            "ConnectedLineNum",
            "Context",
            "Exten",
            "Duration",
            "BridgeId");

    private ListBench() {}

    private record Turn(double perSecond, double cpuMicros) {}

    /** Asks for a list and reads it; how many characters and channels it read. */
    @FunctionalInterface
    private interface Reader {
        long read() throws IOException;
    }

    public static void main(String[] args) throws IOException, AuthenticationFailedException, TimeoutException {
        Options options = Options.of(args);
        try (ServerProcess server = ServerProcess.start(StreamServer.class);
                AmiSession session = AnswerSession.open(server.port(), SessionListener.NONE)) {
            DefaultManagerConnection connection = new DefaultManagerConnection(
                    "127.0.0.1", server.port(), StreamServer.ONLY_ANSWERS, StreamServer.ONLY_ANSWERS);
            connection.login("off");
            Map<String, Reader> readers = new LinkedHashMap<>();
            readers.put(OURS, () -> ours(session));
            readers.put(THEIRS, () -> theirs(connection));
            boolean reached = measure(readers, options);
            connection.logoff();
            session.close();
            server.close();
            System.exit(reached ? 0 : 1);
        }
    }

    private static boolean measure(Map<String, Reader> readers, Options options) throws IOException {
        Map<String, List<Turn>> turns = new LinkedHashMap<>();
        int lists = options.number("lists", 500);
        for (int round = -options.number("warm-up", 2); round < options.number("rounds", 5); round++) {
            for (Map.Entry<String, Reader> reader : readers.entrySet()) {
                Meter meter = new Meter();
                long sum = 0;
                for (int i = 0; i < lists; i++) {
                    sum += reader.getValue().read();
                }
                Meter.Use use = meter.stop();
                if (sum < (long) lists * StreamServer.CHANNELS) {
                    throw new IllegalStateException(reader.getKey() + " did not read every channel");
                }
                if (round >= 0) {
                    turns.computeIfAbsent(reader.getKey(), key -> new ArrayList<>())
                            .add(new Turn(lists / use.seconds(), use.cpuSeconds() * 1e6 / lists));
                }
            }
        }
        return show(turns);
    }

    private static boolean show(Map<String, List<Turn>> turns) {
        Out.line("| reader | lists of %d a second | client's CPU us per list |", StreamServer.CHANNELS);
        Out.line("|---|---|---|");
        turns.forEach((reader, all) -> Out.line(
                "| %s | %s | %s |",
                reader,
                Sample.of(all.stream().map(Turn::perSecond).toList()).spread("%,.0f"),
                Sample.of(all.stream().map(Turn::cpuMicros).toList()).spread("%,.0f")));
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < turns.get(OURS).size(); i++) {
            ratios.add(turns.get(THEIRS).get(i).cpuMicros()
                    / turns.get(OURS).get(i).cpuMicros());
        }
        Sample ratio = Sample.of(ratios);
        boolean reached = ratio.median() >= GATE;
        Out.line(
                "CPU, asterisk-java / Switchroom session: %s, gate %.0f: %s",
                ratio.spread("%.1f"), GATE, reached ? "reached" : "MISSED");
        return reached;
    }

    private static long ours(AmiSession session) {
        long sum = 0;
        for (AmiEvent channel :
                session.send(AmiAction.of("CoreShowChannels"), DEADLINE).join().listEvents()) {
            sum++;
            for (String header : READ) {
                sum += channel.text(header).length();
            }
        }
        return sum;
    }

    private static long theirs(DefaultManagerConnection connection) throws IOException {
        long sum = 0;
        try {
            for (ResponseEvent event : connection
                    .sendEventGeneratingAction(new CoreShowChannelsAction(), DEADLINE.toMillis())
                    .getEvents()) {
                if (event instanceof CoreShowChannelEvent channel) {
                    sum += 1 + length(channel.getUniqueid()) + length(channel.getChannel());
                    sum += length(channel.getChannelState()) + length(channel.getCallerIdNum());
                    sum += length(channel.getConnectedLineNum()) + length(channel.getContext());
                    sum += length(channel.getExten()) + length(channel.getDuration()) + length(channel.getBridgeid());
                }
            }
        } catch (EventTimeoutException e) {
            throw new IOException("asterisk-java got no list", e);
        }
        return sum;
    }

    private static int length(Object value) {
        return value == null ? 0 : value.toString().length();
    }
}
