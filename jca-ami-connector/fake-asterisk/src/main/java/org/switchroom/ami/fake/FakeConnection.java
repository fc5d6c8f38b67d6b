package org.switchroom.ami.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** One client: a thread that reads its actions and one that writes what it is to get, so that a slow client holds up nobody else. */
final class FakeConnection {
    private static final int MAX_LINE_BYTES = 1023;
    private static final int MAX_LINES = 128;
    private static final byte[] LAST = {};

    private final FakeAsterisk server;
    private final Socket socket;
    private final BlockingQueue<byte[]> outgoing = new LinkedBlockingQueue<>();
    private FakeUser user;
    private volatile boolean eventsOn = true;
    private String challenge = "";
    private boolean lineTooLong;
    private volatile long writingSince;

    FakeConnection(FakeAsterisk server, Socket socket) {
        this.server = server;
        this.socket = socket;
    }

    void start() {
        thread("fake-write", this::writeAll).start();
        thread("fake-read", this::readAll).start();
    }

    private static Thread thread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    synchronized FakeUser user() {
        return user;
    }

    /** Tells the client and lets it in, as one step: he who has seen the answer is in. */
    synchronized void logIn(FakeUser who, Runnable answer) {
        answer.run();
        user = who;
    }

    void eventsOn(boolean on) {
        eventsOn = on;
    }

    String challenge() {
        return challenge;
    }

    void challenge(String value) {
        challenge = value;
    }

    void send(FakeMessage message) {
        sendRaw(server.faults().bareLineFeeds ? bare(message.bytes()) : message.bytes());
    }

    void sendRaw(byte[] bytes) {
        outgoing.add(bytes);
        dropIfSlow();
    }

    private void dropIfSlow() {
        long since = writingSince;
        if (since != 0
                && System.nanoTime() - since > server.faults().writeTimeout.toNanos()) {
            close();
        }
    }

    /** Sends an event if this client reads its class. */
    void tell(FakeMessage event) {
        if (readsEvents(event)) {
            send(event);
        }
    }

    boolean readsEvents(FakeMessage event) {
        FakeUser who = user();
        return who != null && eventsOn && event.isReadBy(who.read());
    }

    int backlog() {
        return outgoing.size();
    }

    /** Closes when all that is to be sent is sent. */
    void closeAfterLast() {
        outgoing.add(LAST);
    }

    void close() {
        outgoing.add(LAST);
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    private static byte[] bare(byte[] bytes) {
        return new String(bytes, UTF_8).replace("\r\n", "\n").getBytes(UTF_8);
    }

    private void writeAll() {
        try (OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 64 * 1024)) {
            long budget = server.faults().dropAfterBytes;
            byte[] next = outgoing.take();
            while (next != LAST) {
                if (next.length > budget) {
                    out.write(next, 0, (int) budget);
                    return;
                }
                budget -= next.length;
                write(out, next);
                next = next(out);
            }
        } catch (IOException e) {
            // The client went away.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            server.forget(this);
            close();
        }
    }

    private byte[] next(OutputStream out) throws IOException, InterruptedException {
        byte[] next = outgoing.poll();
        if (next == null) {
            out.flush();
            next = outgoing.take();
        }
        return next;
    }

    private void write(OutputStream out, byte[] bytes) throws IOException {
        writingSince = System.nanoTime();
        writeSliced(out, bytes);
        writingSince = 0;
    }

    private void writeSliced(OutputStream out, byte[] bytes) throws IOException {
        int slice = server.faults().sliceBytes;
        if (slice >= bytes.length) {
            out.write(bytes);
            return;
        }
        for (int at = 0; at < bytes.length; at += slice) {
            out.write(bytes, at, Math.min(slice, bytes.length - at));
            out.flush();
        }
    }

    private void readAll() {
        try (InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024)) {
            server.greet(this);
            List<String> lines = new ArrayList<>();
            String line = readLine(in);
            while (line != null) {
                take(line, lines);
                server.awaitReading();
                line = readLine(in);
            }
        } catch (IOException e) {
            // The client went away.
        } finally {
            server.forget(this);
            closeAfterLast();
        }
    }

    private void take(String line, List<String> lines) {
        if (lineTooLong) {
            lineTooLong = false;
            lines.clear();
            send(FakeMessage.error(new FakeFrame("", List.of()), "Failed to parse message: line too long"));
        } else if (!line.isEmpty()) {
            lines.add(line);
        } else if (lines.size() > MAX_LINES) {
            lines.clear();
            send(FakeMessage.error(new FakeFrame("", List.of()), "Too many lines in message or allocation failure"));
        } else if (!lines.isEmpty()) {
            server.take(this, new FakeFrame(user() == null ? "" : user().name(), lines));
            lines.clear();
        }
    }

    private String readLine(InputStream in) throws IOException {
        byte[] line = new byte[MAX_LINE_BYTES + 1];
        int length = 0;
        int next = in.read();
        while (next >= 0 && next != '\n') {
            if (length == line.length) {
                lineTooLong = true;
            } else {
                line[length++] = (byte) next;
            }
            next = in.read();
        }
        if (next < 0) {
            return null;
        }
        int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        return new String(line, 0, end, UTF_8);
    }
}
