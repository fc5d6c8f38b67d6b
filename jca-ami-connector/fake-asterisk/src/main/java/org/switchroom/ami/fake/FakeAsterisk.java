package org.switchroom.ami.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A manager port on 127.0.0.1 with users, channels and faults. */
public final class FakeAsterisk implements AutoCloseable {
    private final Map<String, FakeUser> users = new ConcurrentHashMap<>();
    private final Set<FakeConnection> connections = ConcurrentHashMap.newKeySet();
    private final Queue<FakeFrame> frames = new ConcurrentLinkedQueue<>();
    private final FakeFaults faults = new FakeFaults();
    private final FakePbx pbx = new FakePbx(this);
    private final FakeActions actions = new FakeActions(this);
    private volatile boolean keepFrames = true;
    private ServerSocket listening;
    private Thread acceptor;
    private int port;

    private FakeAsterisk(int port) {
        this.port = port;
        listen();
    }

    /** Starts on a free port. */
    public static FakeAsterisk start(FakeUser... users) {
        return start(0, users);
    }

    public static FakeAsterisk start(int port, FakeUser... users) {
        FakeAsterisk fake = new FakeAsterisk(port);
        for (FakeUser user : users) {
            fake.user(user);
        }
        return fake;
    }

    /** Adds a user or changes one. */
    public FakeAsterisk user(FakeUser user) {
        users.put(user.name(), user);
        return this;
    }

    public void removeUser(String name) {
        users.remove(name);
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return port;
    }

    public FakeFaults faults() {
        return faults;
    }

    /** Its channels and calls. */
    public FakePbx pbx() {
        return pbx;
    }

    /** All actions it got, in order, logins included. */
    public List<FakeFrame> frames() {
        return List.copyOf(frames);
    }

    /** The actions of one name it got. */
    public List<FakeFrame> frames(String action) {
        return frames.stream().filter(f -> f.action().equalsIgnoreCase(action)).toList();
    }

    /** For long runs: keeps no record of what it got. */
    public FakeAsterisk withoutRecord() {
        keepFrames = false;
        return this;
    }

    /** How many clients are logged in as this user. */
    public long loginCount(String name) {
        return connections.stream()
                .filter(c -> c.user() != null && c.user().name().equals(name))
                .count();
    }

    public int connectionCount() {
        return connections.size();
    }

    /** Sends these bytes, whatever they are, to all who are logged in. */
    public void sendRaw(byte[] bytes) {
        loggedIn().forEach(c -> c.sendRaw(bytes));
    }

    /** Sends an event of a class to those who read it. Headers are names and values by turns. */
    public void sendEvent(String name, String eventClass, String... headers) {
        FakeMessage event = FakeMessage.event(name, eventClass);
        for (int i = 0; i < headers.length; i += 2) {
            event.with(headers[i], headers[i + 1]);
        }
        tell(event);
    }

    /** Sends garbage that no parser can make sense of. */
    public void sendGarbage() {
        sendRaw("\u0000\u0001:::\r\r\n:\r\nnot a header\r\n\u0007\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends an event with one line of so many bytes. */
    public void sendHugeLine(int bytes) {
        sendRaw(("Event: Huge\r\nData: " + "x".repeat(bytes) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends events at a rate, from the calling thread, until so many are sent. Those who don't read fall behind. */
    public void flood(int count, int perSecond) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            sendEvent("UserEvent", "user", "UserEvent", "Flood", "Number", Integer.toString(i + 1));
            long due = start + TimeUnit.SECONDS.toNanos(1) / perSecond * i;
            long early = due - System.nanoTime();
            if (early > 1_000_000) {
                LockSupport.parkNanos(early);
            }
        }
    }

    /** Sends a recorded stream of events, whatever bytes it has, so many times. */
    public void replay(byte[] trace, int times) {
        for (int i = 0; i < times; i++) {
            sendRaw(trace);
        }
    }

    /** Cuts all connections, as a network does. */
    public void cutAll() {
        List.copyOf(connections).forEach(FakeConnection::close);
    }

    /** Nobody listens any more; those who are connected stay. */
    public synchronized void refuse() {
        closeListening();
    }

    /** Listens again, on the same port. */
    public synchronized void accept() {
        if (listening.isClosed()) {
            listen();
        }
    }

    /** As a crash and a start do: channels and connections are gone. */
    public void restart() {
        refuse();
        pbx.forgetAll();
        cutAll();
        accept();
    }

    @Override
    public void close() {
        refuse();
        cutAll();
        pbx.close();
    }

    private synchronized void listen() {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 128);
            listening = socket;
            port = socket.getLocalPort();
            acceptor = new Thread(() -> acceptAll(socket), "fake-accept");
            acceptor.setDaemon(true);
            acceptor.start();
        } catch (IOException e) {
            throw new UncheckedIOException("can't listen on port " + port, e);
        }
    }

    private void acceptAll(ServerSocket socket) {
        try {
            while (!socket.isClosed()) {
                Socket client = socket.accept();
                if (socket.isClosed()) {
                    client.close();
                    return;
                }
                client.setTcpNoDelay(true);
                FakeConnection connection = new FakeConnection(this, client);
                connections.add(connection);
                connection.start();
            }
        } catch (IOException e) {
            // It was told to stop listening.
        }
    }

    /** The port is free again only when the thread that accepts has left the system call. */
    private void closeListening() {
        try {
            listening.close();
            // The system's socket lives until its last accept is over, and would still take a client.
            acceptor.join(5_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    List<FakeConnection> loggedIn() {
        return connections.stream().filter(c -> c.user() != null).toList();
    }

    FakeUser user(String name) {
        return users.get(name);
    }

    void tell(FakeMessage event) {
        for (FakeConnection connection : connections) {
            connection.tell(event);
        }
    }

    /** Sends a response, with all that may be wrong with responses. */
    void answer(FakeConnection connection, FakeFrame frame, FakeMessage response) {
        if (!faults.answers(frame)) {
            return;
        }
        if (faults.responseDelay.isZero()) {
            answerNow(connection, response);
        } else {
            pbx.later(faults.responseDelay.toMillis(), TimeUnit.MILLISECONDS, () -> answerNow(connection, response));
        }
    }

    private void answerNow(FakeConnection connection, FakeMessage response) {
        // Decided before the first byte: whoever has the answer may switch faults already.
        boolean repeat = faults.repeatResponses;
        if (faults.strayResponses) {
            connection.sendRaw("Response: Success\r\nActionID: nobody-asked\r\nMessage: Stray\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        }
        connection.send(response);
        if (repeat) {
            connection.send(response);
        }
    }

    void greet(FakeConnection connection) {
        if (faults.closesAtOnce) {
            connection.close();
        } else if (!faults.noBanner) {
            connection.sendRaw((faults.banner + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    void take(FakeConnection connection, FakeFrame frame) {
        if (keepFrames) {
            frames.add(frame);
        }
        if (!faults.noBanner) {
            actions.perform(connection, frame);
        }
    }

    void awaitReading() {
        while (faults.stopReading && !listening.isClosed()) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    void forget(FakeConnection connection) {
        connections.remove(connection);
    }
}
