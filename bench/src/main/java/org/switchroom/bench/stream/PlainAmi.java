package org.switchroom.bench.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;

/** One socket, logged in with a plain secret: what somebody writes in an hour. Not thread-safe. */
public final class PlainAmi implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 10_000;
    private final Socket socket;
    private final InputStream in;

    private PlainAmi(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Connects, reads the greeting, logs in. */
    public static PlainAmi open(int port, String user, String secret, boolean events) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            PlainAmi ami = new PlainAmi(socket);
            ami.line();
            ami.send("Login", Map.of("Username", user, "Secret", secret, "Events", events ? "on" : "off"));
            if (!"Success".equals(ami.response().get("Response"))) {
                throw new IOException("login of " + user + " refused");
            }
            return ami;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** The stream after what was read so far. */
    public InputStream in() {
        return in;
    }

    public void send(String action, Map<String, String> headers) throws IOException {
        StringBuilder frame = new StringBuilder("Action: ").append(action).append("\r\n");
        headers.forEach(
                (name, value) -> frame.append(name).append(": ").append(value).append("\r\n"));
        socket.getOutputStream().write(frame.append("\r\n").toString().getBytes(UTF_8));
    }

    /** The next message that is no event. */
    public Map<String, String> response() throws IOException {
        Map<String, String> message = message();
        while (message.containsKey("Event")) {
            message = message();
        }
        return message;
    }

    public Map<String, String> message() throws IOException {
        Map<String, String> message = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                message.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        return message;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("closed by the server");
            }
            line.append((char) b);
        }
        return line.toString().stripTrailing();
    }

    /** Logs off and waits until the server has closed. */
    public void logOff() throws IOException {
        send("Logoff", Map.of());
        while (in.read() >= 0) {
            continue;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
