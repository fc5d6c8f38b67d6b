package org.switchroom.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Sits on the wire between Switchroom and a real server, passes all on, and keeps every line that Switchroom wrote. */
final class WireTap implements AutoCloseable {
    /** What a session is made of, and how the product looks at channels. */
    private static final Set<String> HOUSEKEEPING =
            Set.of("challenge", "login", "logoff", "ping", "coreshowchannels", "corestatus", "listcommands", "events");

    private final List<String> written = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ServerSocket listener;
    private final int target;

    private WireTap(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("wire-tap", this::accept);
    }

    /** In front of this port. */
    static WireTap before(int port) throws IOException {
        return new WireTap(port);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Names of the actions that came by, without those that the product needs for itself. */
    List<String> actions() {
        return written.stream()
                .filter(line -> line.regionMatches(true, 0, "Action:", 0, 7))
                .map(line -> line.substring(7).strip())
                .filter(name -> !HOUSEKEEPING.contains(name.toLowerCase(java.util.Locale.ROOT)))
                .toList();
    }

    /** Every line that Switchroom wrote. */
    List<String> lines() {
        return List.copyOf(written);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                Socket client = listener.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                sockets.addAll(List.of(client, server));
                start("wire-tap-out", () -> pass(client, server, true));
                start("wire-tap-in", () -> pass(server, client, false));
            }
        } catch (IOException e) {
            if (!listener.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void pass(Socket from, Socket to, boolean keep) {
        StringBuilder line = new StringBuilder();
        byte[] buffer = new byte[16_384];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (keep) {
                    keep(line, new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            line.setLength(0); // either side went away, which ends both
        }
    }

    private void keep(StringBuilder line, String text) {
        for (char c : text.toCharArray()) {
            if (c == '\n') {
                written.add(line.toString().stripTrailing());
                line.setLength(0);
            } else {
                line.append(c);
            }
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
