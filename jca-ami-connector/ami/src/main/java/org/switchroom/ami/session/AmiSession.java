package org.switchroom.ami.session;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiConnectException;
import org.switchroom.ami.AmiException;
import org.switchroom.ami.AmiLostException;
import org.switchroom.ami.AmiNotSentException;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.AmiTimeoutException;
import org.switchroom.ami.session.SocketOpener.Opened;
import org.switchroom.ami.wire.AmiEncoder;

/**
 * One socket to one server, logged in. Any number of threads may send at once; answers are matched by ActionID. Read by a
 * thread of its own, which never waits for anybody but the listener.
 */
public final class AmiSession implements AutoCloseable {

    private enum Phase {
        OPENING,
        OPEN,
        ENDED
    }

    private final AmiServer server;
    private final AmiSessionSettings settings;
    private final Socket socket;
    private final Socket raw;
    private final SocketWriter writer;
    private final InFlight inFlight;
    private final SessionCounters counters = new SessionCounters();
    private final Inbox inbox;
    private final Thread reader;
    private final Future<?> deadlines;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.OPENING);
    private final AtomicReference<String> endReason = new AtomicReference<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicLong ids = new AtomicLong();
    private final String idPrefix =
            Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 41), Character.MAX_RADIX) + "-";
    private String amiVersion = "";

    private AmiSession(AmiServer server, AmiSessionSettings settings, SessionListener listener, Opened opened)
            throws IOException {
        this.server = server;
        this.settings = settings;
        this.socket = opened.socket();
        this.raw = opened.raw();
        this.writer = new SocketWriter(
                server.name(), socket.getOutputStream(), settings.timeouts().write());
        this.inFlight = new InFlight(server.name(), settings.bounds().listEvents(), counters);
        this.inbox = new Inbox(settings, listener, inFlight, counters);
        InputStream in = socket.getInputStream();
        this.reader = readerThread(() -> read(in));
        this.deadlines = SessionClock.every(this::checkDeadlines);
    }

    /**
     * Connects, waits for the greeting and logs in. The listener may be told events before this returns.
     *
     * @throws AmiConnectException with the problem by name
     */
    public static AmiSession open(AmiServer server, AmiSessionSettings settings, SessionListener listener) {
        Opened opened = new SocketOpener(server, settings).open();
        AmiSession session;
        try {
            session = new AmiSession(server, settings, listener, opened);
        } catch (IOException e) {
            SocketOpener.closeQuietly(opened.raw());
            throw new AmiConnectException(AmiProblem.LOST, server.name() + ": " + e.getMessage(), e);
        }
        session.logIn();
        return session;
    }

    private void logIn() {
        try {
            reader.start();
            Login login = new Login(this, server, settings);
            amiVersion = login.awaitVersion(inbox.banner());
            login.logIn();
            if (!phase.compareAndSet(Phase.OPENING, Phase.OPEN)) {
                throw new AmiConnectException(AmiProblem.LOST, server.name() + ": " + endReason.get(), null);
            }
        } catch (AmiNotSentException | AmiLostException e) {
            end("lost while logging in", e);
            throw new AmiConnectException(AmiProblem.LOST, e.getMessage(), e);
        } catch (RuntimeException e) {
            end("login failed", e);
            throw e;
        }
    }

    private Thread readerThread(Runnable read) {
        Thread thread = settings.threadFactory() == null
                ? new Thread(read)
                : settings.threadFactory().newThread(read);
        thread.setName("ami-" + server.name() + "-reader");
        thread.setDaemon(true);
        return thread;
    }

    /** Name of the server this session is open to. */
    public String serverName() {
        return server.name();
    }

    /** Version in the greeting, for example {@code 11.0.0}. */
    public String amiVersion() {
        return amiVersion;
    }

    public boolean isOpen() {
        return phase.get() == Phase.OPEN && endReason.get() == null;
    }

    public SessionCounters.Snapshot counters() {
        return counters.snapshot(inFlight.size());
    }

    /** As {@link #send(AmiAction, String, Duration)} with an ActionID that no other session gives. */
    public CompletableFuture<AmiResponse> send(AmiAction action, Duration timeout) {
        return send(action, idPrefix + ids.incrementAndGet(), timeout);
    }

    /** Writes one action, with the semantics of {@link org.switchroom.ami.AmiConnection#send}. */
    public CompletableFuture<AmiResponse> send(AmiAction action, String actionId, Duration timeout) {
        byte[] frame = AmiEncoder.encode(action, actionId);
        InFlight.Pending pending = inFlight.add(actionId, action.name(), timeout);
        try {
            writer.write(frame);
        } catch (AmiNotSentException e) {
            inFlight.forget(pending);
            throw e;
        } catch (AmiLostException e) {
            inFlight.forget(pending);
            counters.failed.increment();
            end(e.getMessage(), e);
            throw e;
        }
        counters.sent.increment();
        return pending.answer();
    }

    /**
     * Asks whether the server still answers.
     *
     * @return how long the answer took
     * @throws AmiTimeoutException if it does not within the deadline; {@link AmiLostException} or
     *     {@link AmiNotSentException} if the session has ended
     */
    public Duration ping(Duration deadline) {
        long start = System.nanoTime();
        CompletableFuture<AmiResponse> answer = send(AmiAction.of("Ping"), deadline);
        try {
            answer.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
            return Duration.ofNanos(System.nanoTime() - start);
        } catch (TimeoutException e) {
            throw new AmiTimeoutException(server.name(), "Ping", deadline.toMillis());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof AmiException known ? known : new AmiException("Ping failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AmiLostException(server.name(), "interrupted while waiting for Ping", e);
        }
    }

    /** Whether the server has said FullyBooted, which it says only to a login that reads the class system. */
    public boolean awaitFullyBooted(Duration atMost) {
        try {
            inbox.fullyBooted().get(atMost.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Logs off with a short deadline and closes; what is in flight fails as lost. A second close does nothing. */
    @Override
    public void close() {
        if (closing.compareAndSet(false, true) && phase.get() == Phase.OPEN) {
            endReason.compareAndSet(null, "closed");
            logOff();
        }
        end("closed", null);
        awaitReader();
    }

    /** Closes at once, without a word to the server. */
    public void abort(String reason) {
        closing.set(true);
        end(reason, null);
    }

    private void logOff() {
        try {
            Duration atMost = settings.timeouts().close();
            CompletableFuture<AmiResponse> goodbye = send(AmiAction.of("Logoff"), atMost);
            if (Thread.currentThread() != reader) {
                goodbye.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
                // Asterisk closes when the user is logged off: only then may a user log in that is allowed one login.
                awaitReader();
            }
        } catch (AmiException | ExecutionException | TimeoutException e) {
            // The server does not say goodbye: the socket is closed all the same.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReader() {
        try {
            if (Thread.currentThread() != reader) {
                reader.join(Math.max(1, settings.timeouts().close().toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void checkDeadlines() {
        long now = System.nanoTime();
        inFlight.expire(now);
        if (writer.isBlocked(now)) {
            end("a write blocked for more than " + settings.timeouts().write().toMillis() + " ms", null);
        }
    }

    private void read(InputStream in) {
        String reason = "closed by the server";
        Throwable cause = null;
        try {
            inbox.readAll(in);
        } catch (IOException | RuntimeException e) {
            reason = "reading failed: " + e.getMessage();
            cause = e;
        } finally {
            end(reason, cause);
            if (phase.getAndSet(Phase.ENDED) == Phase.OPEN) {
                inbox.tellClosed(endReason.get());
            }
        }
    }

    /** Ends the session, from whatever thread; the first reason stays. The reader tells the listener when it has stopped. */
    private void end(String reason, Throwable cause) {
        endReason.compareAndSet(null, reason);
        deadlines.cancel(false);
        writer.close();
        SocketOpener.closeQuietly(raw);
        inFlight.close(endReason.get(), cause);
        inbox.end(endReason.get());
    }
}
