package org.switchroom.bench.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.switchroom.bench.Out;

/**
 * Accepts any login, and sends the trace as fast as the socket takes it when it is pinged: as often as the user's name says
 * ({@code bench-20}), then the event {@link #LAST}; never for {@link #ONLY_ANSWERS}. An Originate is followed by its OriginateResponse at once; CoreShowChannels lists as many
 * channels as its header {@code Channels} says, else {@value #CHANNELS}. What it answers to actions that came together it writes together. Prints its port and runs until it is ended.
 */
public final class StreamServer {
    /** The event after the stream; not in the trace, and known to every reader. */
    static final String LAST = "Alarm";

    /** A user who gets answers and no stream. */
    public static final String ONLY_ANSWERS = "bench-0";

    /** Channels in its list, if the action does not say how many. */
    public static final int CHANNELS = 400;

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final String PICKED_UP = """
            Event: OriginateResponse
            Privilege: call,all
            %sResponse: Success
            Channel: PJSIP/carrier-00000001
            Context: switchroom-echo
            Exten: s
            Application: <null>
            Data: <null>
            Reason: 4
            Uniqueid: 1700000000.1
            CallerIDNum: 15550005
            CallerIDName: <unknown>

            """.replace("\n", "\r\n");
    private static final String LISTED = """
            Event: CoreShowChannel
            %sChannel: PJSIP/carrier-%08x
            ChannelState: 6
            ChannelStateDesc: Up
            CallerIDNum: 15550005
            CallerIDName: <unknown>
            ConnectedLineNum: 100
            ConnectedLineName: Reception
            Language: en
            AccountCode:
            Context: switchroom-echo
            Exten: s
            Priority: 1
            Uniqueid: 1700000000.%d
            Linkedid: 1700000000.%d
            Application: Echo
            ApplicationData:
            Duration: 00:00:05
            BridgeId:

            """.replace("\n", "\r\n");

    private final Trace trace = Trace.load();

    private StreamServer() {}

    public static void main(String[] args) throws IOException {
        StreamServer server = new StreamServer();
        try (ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Out.line(String.valueOf(listening.getLocalPort()));
            while (true) {
                Socket socket = listening.accept();
                new Thread(() -> server.serve(socket)).start();
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES);
            write(out, "Asterisk Call Manager/11.0.0\r\n");
            int repeats = 0;
            Map<String, String> action = action(in, out);
            while (!action.isEmpty()) {
                String user = action.getOrDefault("username", "");
                repeats = user.isEmpty() ? repeats : Integer.parseInt(user.substring(user.indexOf('-') + 1));
                answer(out, action, repeats);
                action = action(in, out);
            }
        } catch (IOException e) {
            // The client has what it wanted.
        }
    }

    /** The next action, names in lower case; empty at the end. */
    private static Map<String, String> action(BufferedReader in, OutputStream out) throws IOException {
        Map<String, String> action = new HashMap<>();
        String line = line(in, out);
        while (line != null && (!line.isEmpty() || action.isEmpty())) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                action.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            line = line(in, out);
        }
        return action;
    }

    /** What was answered goes out before anything is waited for; a client may send empty lines between its actions. */
    private static String line(BufferedReader in, OutputStream out) throws IOException {
        if (!in.ready()) {
            out.flush();
        }
        return in.readLine();
    }

    private void answer(OutputStream out, Map<String, String> action, int repeats) throws IOException {
        String id = action.containsKey("actionid") ? "ActionID: " + action.get("actionid") + "\r\n" : "";
        String name = action.getOrDefault("action", "").toLowerCase(Locale.ROOT);
        String more = switch (name) {
            case "challenge" -> "Challenge: 123456789\r\n";
            case "ping" -> "Ping: Pong\r\nTimestamp: 1700000000.000000\r\n";
            case "coresettings" -> "AMIversion: 11.0.0\r\nAsteriskVersion: 22.10.1\r\n";
            case "command" -> "Message: Command output follows\r\nOutput: Asterisk 22.10.1 built by bench\r\n";
            case "coreshowchannels" -> "EventList: start\r\nMessage: Channels will follow\r\n";
            default -> "Message: Authentication accepted\r\n";
        };
        write(out, "Response: " + (name.equals("logoff") ? "Goodbye" : "Success") + "\r\n" + id + more + "\r\n");
        if (name.equals("login")) {
            write(out, "Event: FullyBooted\r\nPrivilege: system,all\r\nStatus: Fully Booted\r\n\r\n");
        } else if (name.equals("originate")) {
            write(out, PICKED_UP.formatted(id));
        } else if (name.equals("coreshowchannels")) {
            list(out, id, Integer.parseInt(action.getOrDefault("channels", String.valueOf(CHANNELS))));
        } else if (name.equals("ping") && repeats > 0) {
            for (int i = 0; i < repeats; i++) {
                out.write(trace.bytes());
            }
            write(out, "Event: " + LAST + "\r\nPrivilege: system,all\r\nAlarm: end\r\nChannel: 1\r\n\r\n");
        } else if (name.equals("logoff")) {
            out.close();
        }
    }

    private static void list(OutputStream out, String id, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            write(out, LISTED.formatted(id, i, i, i));
        }
        write(
                out,
                "Event: CoreShowChannelsComplete\r\n" + id + "EventList: Complete\r\nListItems: " + count + "\r\n\r\n");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
    }
}
