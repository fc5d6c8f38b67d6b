package org.switchroom.ra.inbound;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.switchroom.ami.AmiConnectException;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.AmiSignal;
import org.switchroom.ra.AdapterLogger;
import org.switchroom.ra.AdapterSettings;
import org.switchroom.ra.Backoff;
import org.switchroom.ra.Line;
import org.switchroom.ra.Lines;
import org.switchroom.ra.Scheduler;
import org.switchroom.ra.ServerMeter;
import org.switchroom.ra.StreamMeter.StreamState;

/** Keeps one server's event stream open: one {@link StreamSession} after the other, with pauses between them. */
public final class StreamConnector {

    /**
     * What a connector works with.
     *
     * @param prober does what may take seconds while a stream stands; closed with the scheduler
     * @param whenReplaced told when a second login worked while the stream was silent: the server is there, its old sockets are not
     */
    public record Tools(
            Lines lines,
            Scheduler scheduler,
            Scheduler prober,
            Clock clock,
            LongSupplier nanoTime,
            Runnable whenReplaced) {}

    private final AmiServer server;
    private final Tools tools;
    private final AdapterSettings settings;
    private final SignalBuffer buffer;
    private final ServerMeter meter;
    private final Backoff backoff = new Backoff(
            StreamSettings.FIRST_PAUSE,
            StreamSettings.LONGEST_PAUSE,
            () -> ThreadLocalRandom.current().nextDouble());
    private final AtomicLong pingCount = new AtomicLong();
    private StreamSession session;
    private boolean stopped;
    private boolean wasOpen;
    private AmiProblem lastProblem;

    StreamConnector(AmiServer server, Tools tools, AdapterSettings settings, SignalBuffer buffer, ServerMeter meter) {
        this.server = server;
        this.tools = tools;
        this.settings = settings;
        this.buffer = buffer;
        this.meter = meter;
    }

    void start() {
        meter.stream(StreamState.CONNECTING, "");
        tools.scheduler().after(Duration.ZERO, this::connect);
    }

    /** Ends the stream for good, with a last {@link AmiSignal.StreamLost}. */
    void stop(String reason) {
        StreamSession last;
        synchronized (this) {
            if (stopped) {
                return;
            }
            stopped = true;
            last = session == null ? new StreamSession(this) : session;
        }
        tools.scheduler().close();
        tools.prober().close();
        last.leave(reason);
    }

    private void connect() {
        StreamSession next = begin();
        if (next == null) {
            return;
        }
        try {
            next.loggedIn(tools.lines().open(server, Lines.Purpose.EVENTS, next));
        } catch (AmiConnectException e) {
            next.end(e.problem(), e.getMessage());
        }
    }

    private synchronized StreamSession begin() {
        if (stopped) {
            return null;
        }
        session = new StreamSession(this);
        return session;
    }

    /** Told by the session, which holds its lock so that nothing comes between. */
    void opened(String amiVersion) {
        meter.amiVersion(amiVersion);
        meter.stream(StreamState.UP, "");
        if (wasOpen) {
            meter.reconnected();
        }
        wasOpen = true;
        lastProblem = null;
        AdapterLogger.LOG.streamOpened(server.name(), amiVersion);
        buffer.stream(new AmiSignal.StreamOpened(now(), amiVersion, ""));
    }

    /** The session's stream is open and silent: is it the server, or the socket? */
    void silent(StreamSession session, Duration silence) {
        meter.stream(StreamState.SUSPECT, "silent for " + silence.toMillis() + " ms although it was asked");
        AdapterLogger.LOG.streamSilent(server.name(), silence.toMillis());
        buffer.stream(new AmiSignal.StreamSilent(now(), now().minus(silence)));
        tools.prober().after(Duration.ZERO, () -> probe(session));
    }

    void spoke(Duration silence) {
        meter.stream(StreamState.UP, "");
        AdapterLogger.LOG.streamSpoke(server.name(), silence.toMillis());
        buffer.stream(new AmiSignal.StreamSpoke(now()));
    }

    /** Tries to log in beside a silent stream; a paused server does not even greet, and keeps its stream. */
    private void probe(StreamSession old) {
        if (!old.isSilent()) {
            return;
        }
        StreamSession next = new StreamSession(this);
        try {
            Line line = tools.lines().open(server, Lines.Purpose.EVENTS, next);
            if (takesOver(old, next)) {
                AdapterLogger.LOG.streamReplaced(server.name());
                next.loggedIn(line);
                tools.whenReplaced().run();
            } else {
                line.close();
            }
        } catch (AmiConnectException e) {
            AdapterLogger.LOG.debugf(e, "%s: no second login beside the silent stream", server.name());
            Duration pause = needsAPerson(e.problem()) ? StreamSettings.REFUSED_PAUSE : StreamSettings.PROBE_PAUSE;
            tools.prober().after(pause, () -> probe(old));
        }
    }

    private synchronized boolean takesOver(StreamSession old, StreamSession next) {
        if (stopped || session != old || !old.giveWay("silent, while a second login works")) {
            return false;
        }
        session = next;
        return true;
    }

    void lost(String reason) {
        meter.stream(StreamState.DOWN, reason);
        AdapterLogger.LOG.streamLost(server.name(), reason);
        buffer.stream(new AmiSignal.StreamLost(now(), reason));
    }

    void refused(AmiProblem problem, String detail) {
        meter.stream(StreamState.REFUSED, problem + ": " + detail);
        if (problem != lastProblem) {
            lastProblem = problem;
            AdapterLogger.LOG.streamRefused(server.name(), problem, detail);
        }
        buffer.stream(new AmiSignal.StreamRefused(now(), problem, detail));
    }

    /** @param steady whether the stream had held for long enough to begin with short pauses again */
    void tryAgain(AmiProblem problem, boolean steady) {
        if (steady) {
            backoff.reset();
        }
        tools.scheduler().after(needsAPerson(problem) ? StreamSettings.REFUSED_PAUSE : backoff.next(), this::connect);
    }

    private static boolean needsAPerson(AmiProblem problem) {
        return problem == AmiProblem.WRONG_SECRET
                || problem == AmiProblem.MISSING_CLASS
                || problem == AmiProblem.IN_USE;
    }

    String nextActionId() {
        return "ev-" + pingCount.incrementAndGet();
    }

    SignalBuffer buffer() {
        return buffer;
    }

    ServerMeter meter() {
        return meter;
    }

    Scheduler scheduler() {
        return tools.scheduler();
    }

    Duration pingInterval() {
        return settings.eventPingInterval();
    }

    PauseDetector newDetector() {
        return new PauseDetector(settings, meter, nanoTime());
    }

    Instant now() {
        return tools.clock().instant();
    }

    long nanoTime() {
        return tools.nanoTime().getAsLong();
    }
}
