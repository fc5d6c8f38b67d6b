package org.switchroom.ra.inbound;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiException;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiSignal;
import org.switchroom.ra.Line;
import org.switchroom.ra.LineListener;
import org.switchroom.ra.StreamMeter.StreamState;

/**
 * One login to one server for its events: from the try to connect until it is over. Passes events on in order, says when the
 * stream is open (at FullyBooted), and asks by Ping whether the server is still there.
 */
final class StreamSession implements LineListener {
    private static final int MAX_EARLY_EVENTS = 10_000;

    private final StreamConnector connector;
    private List<AmiEvent> early = new ArrayList<>();
    private Line line;
    private boolean open;
    private boolean over;
    private long openedAt;

    StreamSession(StreamConnector connector) {
        this.connector = connector;
    }

    /** The login succeeded; events that came during it are passed on now. */
    void loggedIn(Line loggedIn) {
        synchronized (this) {
            line = loggedIn;
            if (!over) {
                List<AmiEvent> held = early;
                early = List.of();
                held.forEach(this::pass);
                connector.scheduler().after(StreamSettings.FULLY_BOOTED_TIMEOUT, this::checkBooted);
                connector.scheduler().after(connector.pingInterval(), this::ping);
                return;
            }
        }
        loggedIn.abort("not wanted any more");
    }

    @Override
    public synchronized void onEvent(AmiEvent event) {
        if (over) {
            return;
        }
        connector.meter().eventIn(event.byteCount());
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

    private synchronized boolean isOver() {
        return over;
    }

    private void ping() {
        if (isOver()) {
            return;
        }
        Duration deadline = connector.pingTimeout();
        try {
            line.send(AmiAction.of("Ping"), connector.nextActionId(), deadline).whenComplete((pong, failure) -> {
                if (failure == null) {
                    connector.scheduler().after(connector.pingInterval(), this::ping);
                } else {
                    end(AmiProblem.LOST, "no answer to Ping within " + deadline.toMillis() + " ms");
                }
            });
        } catch (AmiException e) {
            end(AmiProblem.LOST, e.getMessage());
        }
    }

    private static void abort(Line closing, String reason) {
        if (closing != null) {
            closing.abort(reason);
        }
    }
}
