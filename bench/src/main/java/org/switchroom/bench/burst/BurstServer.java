package org.switchroom.bench.burst;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.switchroom.bench.Out;
import org.switchroom.bench.stream.Trace;

/**
 * Accepts any login and answers every action at once. The action {@code Burst} with header {@code Repeats} sends the trace so many
 * times to all who have events on, as fast as their sockets take it, then the event {@link #LAST}, and is answered when the last
 * byte is written. Prints its port and runs until it is ended.
 */
public final class BurstServer {
    /** The event after a burst; not in the trace, and known to every reader. */
    static final String LAST = "Alarm";

    private static final int PIECE_BYTES = 64 * 1024;

    private final Trace trace = Trace.load();
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();

    private BurstServer() {}

    public static void main(String[] args) throws IOException {
        BurstServer server = new BurstServer();
        try (ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Out.line(String.valueOf(listening.getLocalPort()));
            while (true) {
                Client client = server.new Client(listening.accept());
                new Thread(client::serve).start();
            }
        }
    }

    private void burst(int repeats) throws IOException {
        for (Client client : clients) {
            for (int i = 0; i < repeats; i++) {
                client.writeInPieces(trace.bytes());
            }
            client.write("Event: " + LAST + "\r\nPrivilege: system,all\r\nAlarm: end\r\nChannel: 1\r\n\r\n");
        }
    }

    /** One connection; answers come between two pieces of a burst, not behind it. */
    private final class Client {
        private final Socket socket;
        private final OutputStream out;
        private final ReentrantLock turn = new ReentrantLock(true);

        Client(Socket socket) throws IOException {
            this.socket = socket;
            socket.setTcpNoDelay(true);
            this.out = socket.getOutputStream();
        }

        void serve() {
            try (socket) {
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
                write("Asterisk Call Manager/11.0.0\r\n");
                Map<String, String> action = action(in);
                while (!action.isEmpty()) {
                    answer(action);
                    action = action(in);
                }
            } catch (IOException e) {
                // The client has what it wanted.
            } finally {
                clients.remove(this);
            }
        }

        private void answer(Map<String, String> action) throws IOException {
            String name = action.getOrDefault("action", "").toLowerCase(Locale.ROOT);
            if (name.equals("burst")) {
                burst(Integer.parseInt(action.get("repeats")));
            }
            String id = action.containsKey("actionid") ? "ActionID: " + action.get("actionid") + "\r\n" : "";
            String more = switch (name) {
                case "challenge" -> "Challenge: 123456789\r\n";
                case "ping" -> "Ping: Pong\r\n";
                case "coresettings" -> "AMIversion: 11.0.0\r\nAsteriskVersion: 22.10.1\r\n";
                case "command" -> "Message: Command output follows\r\nOutput: Asterisk 22.10.1 built by bench\r\n";
                default -> "Message: Authentication accepted\r\n";
            };
            write("Response: " + (name.equals("logoff") ? "Goodbye" : "Success") + "\r\n" + id + more + "\r\n");
            if (name.equals("login") && !action.getOrDefault("events", "on").equalsIgnoreCase("off")) {
                write("Event: FullyBooted\r\nPrivilege: system,all\r\nStatus: Fully Booted\r\n\r\n");
                clients.add(this);
            } else if (name.equals("logoff")) {
                socket.close();
            }
        }

        void writeInPieces(byte[] bytes) throws IOException {
            for (int at = 0; at < bytes.length; ) {
                int end = Math.min(bytes.length, at + PIECE_BYTES);
                while (end < bytes.length && !(bytes[end - 1] == '\n' && bytes[end - 3] == '\n')) {
                    end--;
                }
                write(bytes, at, end - at);
                at = end;
            }
        }

        void write(String text) throws IOException {
            byte[] bytes = text.getBytes(UTF_8);
            write(bytes, 0, bytes.length);
        }

        /** In the order in which they ask, so that an answer waits for one piece of a burst at most. */
        private void write(byte[] bytes, int from, int count) throws IOException {
            turn.lock();
            try {
                out.write(bytes, from, count);
            } finally {
                turn.unlock();
            }
        }
    }

    /** The next action, names in lower case; empty at the end. */
    private static Map<String, String> action(BufferedReader in) throws IOException {
        Map<String, String> action = new HashMap<>();
        String line = in.readLine();
        while (line != null && (!line.isEmpty() || action.isEmpty())) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                action.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            line = in.readLine();
        }
        return action;
    }
}
