package org.switchroom.ra.inbound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiException;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.AmiSignal;
import org.switchroom.ra.Line;
import org.switchroom.ra.LineListener;
import org.switchroom.ra.StreamMeter.StreamState;

/**
 * One login to one server for its events: from the try to connect until it is over. Passes events on in order, says when the
 * stream is open (at FullyBooted), and asks by Ping whether the server is still there. Silence alone ends nothing: a server that is
 * paused says all of it later.
 */
final class StreamSession implements LineListener {
    private static final int MAX_EARLY_EVENTS = 10_000;

    private final StreamConnector connector;
    private List<AmiEvent> early = new ArrayList<>();
    private Line line;
    private PauseDetector pauses;
    private boolean open;
    private boolean silent;
    private boolean over;
    private long openedAt;

    StreamSession(StreamConnector connector) {
        this.connector = connector;
    }

    /** The login succeeded; events that came during it are passed on now. */
    void loggedIn(Line loggedIn) {
        synchronized (this) {
            line = loggedIn;
            pauses = connector.newDetector();
            if (!over) {
                List<AmiEvent> held = early;
                early = List.of();
                held.forEach(this::pass);
                connector.scheduler().after(StreamSettings.FULLY_BOOTED_TIMEOUT, this::checkBooted);
                connector.scheduler().after(connector.pingInterval(), this::look);
                return;
            }
        }
        loggedIn.abort("not wanted any more");
    }

    @Override
    public synchronized void onHeard(long nanos) {
        if (over || pauses == null) {
            return;
        }
        Duration silence = pauses.watch().silence(nanos);
        pauses.heard(nanos, connector.now());
        if (silent) {
            silent = false;
            connector.spoke(silence);
        }
    }

    @Override
    public synchronized void onEvent(AmiEvent event) {
        if (over) {
            return;
        }
        if (line != null) {
            pass(event);
        } else if (early.size() < MAX_EARLY_EVENTS) {
            early.add(event);
        } else {
            connector.buffer().unreadable(1);
        }
    }

    private void pass(AmiEvent event) {
        if (!open && "FullyBooted".equalsIgnoreCase(event.event())) {
            open = true;
            openedAt = connector.nanoTime();
            connector.opened(line.amiVersion());
        }
        pauses.event(event);
        connector.meter().eventIn(event.byteCount()); // not before: what comes with a login that fails is of no stream
        connector.buffer().event(event);
    }

    @Override
    public synchronized void onUnreadable(long count) {
        if (!over) {
            connector.meter().unreadableFrames(count);
            connector.buffer().unreadable(count);
        }
    }

    @Override
    public void onLost(String reason) {
        end(AmiProblem.LOST, reason);
    }

    /** Ends it without another try: {@code reason} is the last that the stream tells. */
    void leave(String reason) {
        Line closing;
        synchronized (this) {
            over = true;
            closing = line;
            connector.meter().stream(StreamState.DOWN, reason);
            connector.buffer().stream(new AmiSignal.StreamLost(connector.now(), reason));
        }
        abort(closing, reason);
    }

    /** Ends it, if it is not over yet, and has the next try prepared. */
    void end(AmiProblem problem, String detail) {
        Line closing;
        boolean steady;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            closing = line;
            steady = open && connector.nanoTime() - openedAt >= StreamSettings.STEADY.toNanos();
            if (open) {
                connector.lost(detail);
            } else {
                connector.refused(problem, detail);
            }
        }
        abort(closing, detail);
        connector.tryAgain(problem, steady);
    }

    private void checkBooted() {
        if (!isOpen()) {
            Duration waited = StreamSettings.FULLY_BOOTED_TIMEOUT;
            end(
                    AmiProblem.MISSING_CLASS,
                    "class system (read): FullyBooted did not come within %d s; the user may not read this class, or the server is still starting"
                            .formatted(waited.toSeconds()));
        }
    }

    private synchronized boolean isOpen() {
        return open;
    }

    /** Once an interval: judges what was heard, and asks again. */
    private void look() {
        boolean ask;
        synchronized (this) {
            if (over) {
                return;
            }
            long now = connector.nanoTime();
            pauses.look(now, connector.now()).ifPresent(connector.buffer()::stream);
            if (open && !silent && pauses.watch().missesTwo(now)) {
                silent = true;
                connector.silent(this, pauses.watch().silence(now));
            }
            ask = pauses.watch().shouldAsk();
        }
        if (ask) {
            ping();
        }
        connector.scheduler().after(connector.pingInterval(), this::look);
    }

    private void ping() {
        long sentAt = connector.now().toEpochMilli();
        long sentNanos = connector.nanoTime();
        synchronized (this) {
            pauses.watch().asked(sentNanos);
        }
        try {
            line.send(AmiAction.of("Ping"), connector.nextActionId(), StreamSettings.PING_KEPT)
                    .thenAccept(pong -> answered(pong, sentNanos, sentAt));
        } catch (AmiException e) {
            end(AmiProblem.LOST, e.getMessage());
        }
    }

    private synchronized void answered(AmiResponse pong, long sentNanos, long sentAt) {
        long roundTrip = connector.nanoTime() - sentNanos;
        pauses.pong(pong, roundTrip, sentAt, connector.now().toEpochMilli());
    }

    /** Whether it is open and nothing is heard although it was asked. */
    synchronized boolean isSilent() {
        return silent && !over;
    }

    /** Ends it for the sake of another login, if it is still silent; there is no other try. */
    boolean giveWay(String reason) {
        Line closing;
        synchronized (this) {
            if (over || !silent) {
                return false;
            }
            over = true;
            closing = line;
            connector.lost(reason);
        }
        abort(closing, reason);
        return true;
    }

    private static void abort(Line closing, String reason) {
        if (closing != null) {
            closing.abort(reason);
        }
    }
}
