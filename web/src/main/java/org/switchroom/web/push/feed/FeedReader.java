package org.switchroom.web.push.feed;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * One reader of the feed. It has a place in the ring and at most one message on the way, so it costs the same however slow it is; too far
 * behind, it is told to read anew and goes on with what comes then. One thread works for it at a time.
 */
final class FeedReader {
    private final FeedCourse course;
    private final FeedFilter filter;
    private final FeedSink sink;
    private final Executor executor;

    private long position;
    private boolean resync;
    private boolean working;
    private boolean wokenMeanwhile;
    private boolean heartbeatDue;
    private long sendingSinceNanos;

    /** @param last where it was before, if it says so; then it gets all since, or a resync */
    FeedReader(FeedCourse course, FeedFilter filter, FeedSink sink, Executor executor, Optional<String> last) {
        this.course = course;
        this.filter = filter;
        this.sink = sink;
        this.executor = executor;
        Optional<FeedPosition> known = last.flatMap(FeedPosition::parse).filter(course::remembers);
        this.resync = last.isPresent() && known.isEmpty();
        this.position = known.map(FeedPosition::number).orElseGet(course::head);
        this.heartbeatDue = !resync;
    }

    /** Something may have changed. Returns at once. */
    void wake() {
        synchronized (this) {
            if (working) {
                wokenMeanwhile = true;
                return;
            }
            working = true;
        }
        run();
    }

    /** Time for a sign of life; closes a reader whose last message is on the way for too long. */
    void heartbeat(long nowNanos, long longestNanos) {
        boolean stuck;
        synchronized (this) {
            heartbeatDue = true;
            stuck = sendingSinceNanos != 0 && nowNanos - sendingSinceNanos > longestNanos;
        }
        if (stuck) {
            FeedLog.LOG.stuckReader(TimeUnit.NANOSECONDS.toSeconds(longestNanos));
            close();
        } else {
            wake();
        }
    }

    boolean isClosed() {
        return sink.isClosed();
    }

    void close() {
        sink.close();
    }

    private void run() {
        try {
            executor.execute(this::work);
        } catch (RejectedExecutionException e) {
            close(); // the server is going down
        }
    }

    private void work() {
        try {
            while (!sink.isClosed()) {
                Optional<FeedEvent> event = take();
                if (event.isEmpty()) {
                    if (rest()) {
                        return;
                    }
                } else if (!send(event.get())) {
                    return;
                }
            }
        } catch (RuntimeException e) {
            FeedLog.LOG.debugf(e, "A stream of changes ended");
            close();
        }
    }

    /** Whether there is really nothing to do. */
    private synchronized boolean rest() {
        working = wokenMeanwhile;
        wokenMeanwhile = false;
        return !working;
    }

    /** Whether it is written already; otherwise work goes on when it is. */
    private boolean send(FeedEvent event) {
        synchronized (this) {
            sendingSinceNanos = course.nanos();
        }
        CompletableFuture<?> sent = sink.send(event).toCompletableFuture();
        if (sent.isDone() && !sent.isCompletedExceptionally()) {
            sent();
            return true;
        }
        sent.whenComplete((nothing, error) -> {
            sent();
            if (error == null) {
                run();
            } else {
                close();
            }
        });
        return false;
    }

    private synchronized void sent() {
        sendingSinceNanos = 0;
    }

    private Optional<FeedEvent> take() {
        if (resync) {
            resync = false;
            return Optional.of(FeedEvent.resync(course.position(position)));
        }
        Optional<FeedEvent> change = nextChange();
        return change.isPresent() ? change : takeHeartbeat();
    }

    private synchronized Optional<FeedEvent> takeHeartbeat() {
        boolean due = heartbeatDue;
        heartbeatDue = false;
        return due ? Optional.of(FeedEvent.heartbeat(course.position(position))) : Optional.empty();
    }

    private Optional<FeedEvent> nextChange() {
        long head = course.head();
        if (course.isTooFarBehind(position)) {
            FeedLog.LOG.slowReader(head - position);
            position = head;
            return Optional.of(FeedEvent.resync(course.position(head)));
        }
        for (Optional<Change> next = course.next(position, filter);
                next.isPresent();
                next = course.next(position, filter)) {
            Change change = next.get();
            position = change.number();
            Optional<CurrentRow> row = course.rows()
                    .of(change)
                    .filter(found -> filter.admits(change.key().kind(), found));
            if (row.isPresent()) {
                return Optional.of(new FeedEvent(
                        Optional.of(change.key().kind().word()),
                        course.position(position),
                        row.get().json()));
            }
        }
        position = Math.max(position, head);
        return Optional.empty();
    }
}
