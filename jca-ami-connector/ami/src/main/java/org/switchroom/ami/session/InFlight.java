package org.switchroom.ami.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiException;
import org.switchroom.ami.AmiLostException;
import org.switchroom.ami.AmiNotSentException;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.AmiTimeoutException;
import org.switchroom.ami.wire.WireResponse;

/** The actions of one session whose answer is waited for, by ActionID. An answer to nothing that is here is counted and ignored. */
final class InFlight {

    /** One action on its way. What belongs to its list is guarded by its own lock. */
    static final class Pending {
        private final String actionId;
        private final String action;
        private final long startNanos = System.nanoTime();
        private final long timeoutNanos;
        private final CompletableFuture<AmiResponse> answer = new CompletableFuture<>();
        private WireResponse listStart;
        private final List<AmiEvent> list = new ArrayList<>(0);

        private Pending(String actionId, String action, Duration timeout) {
            this.actionId = actionId;
            this.action = action;
            this.timeoutNanos = timeout.toNanos();
        }

        CompletableFuture<AmiResponse> answer() {
            return answer;
        }
    }

    private final String serverName;
    private final int maxListEvents;
    private final SessionCounters counters;
    private final Map<String, Pending> pendings = new ConcurrentHashMap<>();
    /** Lists that nobody waits for any more, but whose events may still come. */
    private final Set<String> abandonedLists = ConcurrentHashMap.newKeySet();

    private final RecentIds timedOut = new RecentIds();
    private volatile int listCount;
    private volatile boolean closed;

    InFlight(String serverName, int maxListEvents, SessionCounters counters) {
        this.serverName = serverName;
        this.maxListEvents = maxListEvents;
        this.counters = counters;
    }

    /**
     * Waits for an answer from now on.
     *
     * @throws AmiNotSentException if the ActionID is in flight already or the session has ended
     */
    Pending add(String actionId, String action, Duration timeout) {
        Pending pending = new Pending(actionId, action, timeout);
        if (pendings.putIfAbsent(actionId, pending) != null) {
            throw new AmiNotSentException(serverName, "ActionID " + actionId + " is in flight already", null);
        }
        if (closed) {
            pendings.remove(actionId, pending);
            throw new AmiNotSentException(serverName, "session is closed", null);
        }
        return pending;
    }

    /** Waits no longer for an action that could not be written. */
    void forget(Pending pending) {
        take(pending);
    }

    int size() {
        return pendings.size();
    }

    void response(WireResponse response) {
        String actionId = response.text("ActionID");
        boolean listStarts = "start".equalsIgnoreCase(response.text("EventList"));
        Pending pending = pendings.get(actionId);
        if (pending == null) {
            countUnmatched(actionId, listStarts);
        } else if (listStarts) {
            startList(pending, response);
        } else if (isListing(pending) || !take(pending)) {
            counters.unknown.increment();
        } else {
            counters.roundTrip(System.nanoTime() - pending.startNanos);
            pending.answer.complete(response);
        }
    }

    private void countUnmatched(String actionId, boolean listStarts) {
        if (!timedOut.remove(actionId)) {
            counters.unknown.increment();
            return;
        }
        counters.late.increment();
        if (listStarts) {
            abandonedLists.add(actionId);
        }
    }

    private void startList(Pending pending, WireResponse response) {
        synchronized (pending) {
            if (pending.listStart != null || pendings.get(pending.actionId) != pending) {
                counters.unknown.increment();
                return;
            }
            pending.listStart = response;
            changeListCount(1);
        }
    }

    private static boolean isListing(Pending pending) {
        synchronized (pending) {
            return pending.listStart != null;
        }
    }

    /** Takes an event that belongs to a list; false if it belongs to none. */
    boolean takeListEvent(AmiEvent event) {
        if (listCount == 0 && abandonedLists.isEmpty()) {
            return false;
        }
        String actionId = event.text("ActionID");
        if (actionId.isEmpty()) {
            return false;
        }
        String mark = event.text("EventList");
        boolean last = "Complete".equalsIgnoreCase(mark) || "Cancelled".equalsIgnoreCase(mark);
        Pending pending = pendings.get(actionId);
        if (pending == null || !isListing(pending)) {
            return last ? abandonedLists.remove(actionId) : abandonedLists.contains(actionId);
        }
        if (last) {
            completeList(pending);
        } else {
            addToList(pending, event);
        }
        return true;
    }

    private void completeList(Pending pending) {
        if (take(pending)) {
            counters.roundTrip(System.nanoTime() - pending.startNanos);
            pending.answer.complete(pending.listStart.withListEvents(pending.list));
        }
    }

    private void addToList(Pending pending, AmiEvent event) {
        if (pending.list.size() < maxListEvents) {
            pending.list.add(event);
        } else if (take(pending)) {
            abandonedLists.add(pending.actionId);
            fail(pending, new AmiLostException(serverName, "list of more than " + maxListEvents + " events", null));
        }
    }

    /** Fails what has waited for too long. */
    void expire(long nowNanos) {
        if (pendings.isEmpty()) {
            return;
        }
        for (Pending pending : pendings.values()) {
            long waited = nowNanos - pending.startNanos;
            if (waited >= pending.timeoutNanos) {
                timedOut.add(pending.actionId);
                if (isListing(pending)) {
                    abandonedLists.add(pending.actionId);
                }
                if (take(pending)) {
                    fail(pending, new AmiTimeoutException(serverName, pending.action, waited / 1_000_000));
                }
            }
        }
    }

    /** Fails all that is in flight, now and later. */
    void close(String reason, Throwable cause) {
        closed = true;
        for (Pending pending : pendings.values()) {
            if (take(pending)) {
                fail(pending, new AmiLostException(serverName, reason, cause));
            }
        }
    }

    private boolean take(Pending pending) {
        synchronized (pending) {
            boolean taken = pendings.remove(pending.actionId, pending);
            if (taken && pending.listStart != null) {
                changeListCount(-1);
            }
            return taken;
        }
    }

    private synchronized void changeListCount(int by) {
        listCount += by;
    }

    private void fail(Pending pending, AmiException why) {
        counters.failed.increment();
        pending.answer.completeExceptionally(why);
    }
}
