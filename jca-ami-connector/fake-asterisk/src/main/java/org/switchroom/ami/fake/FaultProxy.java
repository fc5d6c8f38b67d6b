package org.switchroom.ami.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands between a client and any TCP server on 127.0.0.1 and breaks what passes. Modes are switched while it runs and hold for
 * all connections, old and new.
 */
public final class FaultProxy implements AutoCloseable {

    /** Which way bytes go. */
    public enum Way {
        TO_SERVER,
        TO_CLIENT
    }

    /** Sees each piece that passes; any thread of the proxy. */
    @FunctionalInterface
    public interface Filter {
        /**
         * @param connection number of the connection, from 1
         * @return what goes on in its place, maybe nothing; null resets this connection
         */
        byte[] through(long connection, Way way, byte[] piece);
    }

    private static final Set<Way> NO_WAY = Set.of();
    private static final Filter UNCHANGED = (connection, way, piece) -> piece;

    private final InetSocketAddress target;
    private final ServerSocket listening;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicLong passed = new AtomicLong();
    private final Set<Socket> frozen = ConcurrentHashMap.newKeySet();
    private final AtomicLong accepted = new AtomicLong();
    private volatile Filter filter = UNCHANGED;
    private volatile Set<Way> dead = NO_WAY;
    private volatile boolean holding;
    private volatile long delayNanos;
    private volatile int slice = Integer.MAX_VALUE;
    private volatile long bytesPerSecond = Long.MAX_VALUE;
    private volatile long cutAt = Long.MAX_VALUE;

    private FaultProxy(int own, String host, int port) throws IOException {
        target = new InetSocketAddress(host, port);
        listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), own), 64);
        thread(this::acceptAll);
    }

    /** Starts on a free port. */
    public static FaultProxy to(String host, int port) {
        return at(0, host, port);
    }

    /** Starts on this port; 0 takes a free one. */
    public static FaultProxy at(int own, String host, int port) {
        try {
            return new FaultProxy(own, host, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Passes everything on, as at first. */
    public void pass() {
        dead = NO_WAY;
        holding = false;
        delayNanos = 0;
        slice = Integer.MAX_VALUE;
        bytesPerSecond = Long.MAX_VALUE;
        cutAt = Long.MAX_VALUE;
        filter = UNCHANGED;
    }

    /** Lets this look at all that passes, and change it. */
    public void filter(Filter by) {
        filter = by;
    }

    /** How many connections it has taken so far. */
    public long acceptedCount() {
        return accepted.get();
    }

    /** Holds each piece back for so long. */
    public void delay(Duration by) {
        delayNanos = by.toNanos();
    }

    /** Accepts and takes everything, passes on nothing. */
    public void blackhole() {
        dead = Set.of(Way.values());
    }

    /** One direction dies and nobody is told. */
    public void halfOpen(Way way) {
        dead = Set.of(way);
    }

    /** Passes on in pieces of so many bytes. */
    public void slice(int bytes) {
        slice = bytes;
    }

    /** The connections that stand now die both ways for good and nobody is told; new ones pass. */
    public void freezePresent() {
        frozen.addAll(sockets);
    }

    /** Keeps everything back until it may {@link #pass} again, as a server that is stopped for a while: new connections are not greeted. */
    public void hold() {
        holding = true;
    }

    public void throttle(long perSecond) {
        bytesPerSecond = perSecond;
    }

    /** Resets all connections once so many more bytes have passed, both ways counted. */
    public void cutAfter(long bytes) {
        cutAt = passed.get() + bytes;
    }

    /** Resets all connections now. */
    public void rst() {
        List.copyOf(sockets).forEach(this::reset);
    }

    private void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It is closed already.
        }
        close(socket);
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            rst();
        }
    }

    private void acceptAll() {
        while (!listening.isClosed()) {
            try {
                connect(listening.accept());
            } catch (IOException e) {
                // It was told to stop listening, or the client went away.
            }
        }
    }

    private void connect(Socket client) {
        Socket server = new Socket();
        try {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(target, 2000);
            sockets.add(client);
            sockets.add(server);
            long number = accepted.incrementAndGet();
            thread(() -> pump(number, client, server, Way.TO_SERVER));
            thread(() -> pump(number, server, client, Way.TO_CLIENT));
        } catch (IOException e) {
            close(client);
            close(server);
        }
    }

    private void pump(long number, Socket from, Socket to, Way way) {
        byte[] buffer = new byte[16 * 1024];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            int count = in.read(buffer);
            while (count >= 0) {
                awaitRelease();
                byte[] piece = filter.through(number, way, Arrays.copyOf(buffer, count));
                if (piece == null) {
                    reset(from);
                    reset(to);
                    return;
                }
                if (!dead.contains(way) && !frozen.contains(from)) {
                    forward(piece, piece.length, out);
                }
                count = in.read(buffer);
            }
        } catch (IOException e) {
            // One side went away: the other is closed as well.
        } finally {
            close(from);
            close(to);
        }
    }

    private void forward(byte[] buffer, int count, OutputStream out) throws IOException {
        LockSupport.parkNanos(delayNanos);
        for (int at = 0; at < count; ) {
            int piece = (int) Math.min(Math.min(slice, count - at), Math.max(1, bytesPerSecond / 20));
            long left = cutAt - passed.get();
            if (left <= piece) {
                out.write(buffer, at, (int) Math.max(0, left));
                rst();
                return;
            }
            out.write(buffer, at, piece);
            passed.addAndGet(piece);
            at += piece;
            if (bytesPerSecond < Long.MAX_VALUE) {
                LockSupport.parkNanos(1_000_000_000L * piece / bytesPerSecond);
            }
        }
    }

    private void awaitRelease() {
        while (holding && !listening.isClosed()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private void close(Socket socket) {
        sockets.remove(socket);
        frozen.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    private static void thread(Runnable task) {
        Thread thread = new Thread(task, "fault-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
