package org.switchroom.ra.outbound;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiNotSentException;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ra.Line;
import org.switchroom.ra.Scheduler;
import org.switchroom.ra.ServerMeter;

/**
 * A line with its actions in flight. Goes OPEN, RETIRED, CLOSED and never back: a retired one sends nothing new, but answers
 * still come until nothing is in flight or the last deadline has passed.
 */
final class CommandLine {

    enum State {
        OPEN,
        RETIRED,
        CLOSED
    }

    /** So that an action without an answer is told as timed out, not as lost. */
    static final Duration AFTER_DEADLINE = Duration.ofMillis(200);

    private final String serverName;
    private final ServerMeter meter;
    private final Scheduler scheduler;
    private final LongSupplier nanoTime;
    private final Consumer<CommandLine> whenClosed;
    private Line line;
    private State state = State.OPEN;
    private int inFlight;
    private long lastDeadline;
    private volatile long heardAt;

    CommandLine(
            String serverName,
            ServerMeter meter,
            Scheduler scheduler,
            LongSupplier nanoTime,
            Consumer<CommandLine> whenClosed) {
        this.serverName = serverName;
        this.meter = meter;
        this.scheduler = scheduler;
        this.nanoTime = nanoTime;
        this.whenClosed = whenClosed;
    }

    /** The socket is logged in. */
    void use(Line opened) {
        boolean late;
        synchronized (this) {
            line = opened;
            heardAt = nanoTime.getAsLong();
            meter.connectionOpened();
            late = state == State.CLOSED;
        }
        if (late) {
            gone();
            opened.abort("lost during the login");
        }
    }

    ServerMeter meter() {
        return meter;
    }

    synchronized String amiVersion() {
        return line.amiVersion();
    }

    synchronized boolean isOpen() {
        return state == State.OPEN && line != null && line.isOpen();
    }

    /** As {@link org.switchroom.ami.AmiConnection#send(AmiAction, String, Duration)}. */
    CompletableFuture<AmiResponse> send(AmiAction action, String actionId, Duration timeout) {
        long begunAt = nanoTime.getAsLong();
        Line current = begin(begunAt + timeout.toNanos());
        CompletableFuture<AmiResponse> answer;
        try {
            answer = current.send(action, actionId, timeout);
        } catch (RuntimeException e) {
            meter.actionUnanswered();
            end();
            throw e;
        }
        meter.actionSent();
        answer.whenComplete((response, failure) -> answered(response, nanoTime.getAsLong() - begunAt));
        return answer;
    }

    /**
     * Whether the server is there: it was heard since {@code freshness} ago, or answers anything after a Ping was sent and
     * before the deadline; a busy server has many answers to give before that one. Completes by itself, on any thread.
     */
    CompletableFuture<Boolean> probe(Duration freshness, Duration deadline, String actionId) {
        if (!isOpen()) {
            return CompletableFuture.completedFuture(false);
        }
        if (nanoTime.getAsLong() - heardAt < freshness.toNanos()) {
            return CompletableFuture.completedFuture(true);
        }
        long askedAt = nanoTime.getAsLong();
        try {
            return send(AmiAction.of("Ping"), actionId, deadline)
                    .handle((pong, failure) -> failure == null || heardAt - askedAt > 0);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(false);
        }
    }

    void retire() {
        Duration patience;
        synchronized (this) {
            if (state != State.OPEN) {
                return;
            }
            state = State.RETIRED;
            patience = inFlight == 0
                    ? Duration.ZERO
                    : Duration.ofNanos(Math.max(0, lastDeadline - nanoTime.getAsLong()))
                            .plus(AFTER_DEADLINE);
        }
        scheduler.after(patience, this::logOff);
    }

    /** Closes the socket, if it is not yet; what is in flight is lost. */
    void abort(String reason) {
        closed().ifPresent(closing -> closing.abort(reason));
    }

    /** On the scheduler's thread, because the server may take its time to say goodbye. */
    private void logOff() {
        closed().ifPresent(Line::close);
    }

    private Optional<Line> closed() {
        Line closing;
        synchronized (this) {
            if (state == State.CLOSED) {
                return Optional.empty();
            }
            state = State.CLOSED;
            closing = line;
        }
        if (closing != null) {
            gone();
        }
        return Optional.ofNullable(closing);
    }

    private void gone() {
        meter.connectionClosed();
        whenClosed.accept(this);
    }

    private synchronized Line begin(long deadline) {
        if (state != State.OPEN || line == null || !line.isOpen()) {
            meter.actionNotSent();
            throw new AmiNotSentException(serverName, "the connection is closing", null);
        }
        inFlight++;
        lastDeadline = inFlight == 1 || deadline - lastDeadline > 0 ? deadline : lastDeadline;
        meter.actionBegun();
        return line;
    }

    private void answered(AmiResponse response, long nanos) {
        if (response != null) {
            heardAt = nanoTime.getAsLong();
            meter.actionAnswered(response.succeeded(), nanos);
        } else {
            meter.actionUnanswered();
        }
        end();
    }

    private void end() {
        boolean last;
        synchronized (this) {
            inFlight--;
            last = inFlight == 0 && state == State.RETIRED;
        }
        if (last) {
            scheduler.after(Duration.ZERO, this::logOff);
        }
    }
}
