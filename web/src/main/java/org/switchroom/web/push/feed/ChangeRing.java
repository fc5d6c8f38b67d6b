package org.switchroom.web.push.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The last changes, numbered from 1 without a gap. Of several changes of the same thing only the last is handed out, so that a slow
 * reader gets less and not later. Safe for any number of threads; nobody waits longer than for a walk over the ring.
 */
final class ChangeRing {
    private final Change[] ring;
    private final Map<ChangeKey, Change> latest = new HashMap<>();
    private long head;

    ChangeRing(int capacity) {
        ring = new Change[capacity];
    }

    synchronized void add(Collection<ChangeKey> keys) {
        for (ChangeKey key : keys) {
            head++;
            Change dropped = ring[slot(head)];
            if (dropped != null) {
                latest.remove(dropped.key(), dropped);
            }
            Change change = new Change(head, key);
            ring[slot(head)] = change;
            Change before = latest.put(key, change);
            if (before != null) {
                before.outdate();
            }
        }
    }

    /** Number of the last change; 0 before the first. */
    synchronized long head() {
        return head;
    }

    /** Whether nothing that came after this number has been forgotten. */
    synchronized boolean remembersAfter(long number) {
        return number >= 0 && number <= head && number >= head - ring.length;
    }

    /** The first change after this number that is wanted and the last of its thing. */
    synchronized Optional<Change> next(long after, Predicate<ChangeKey> wanted) {
        for (long number = Math.max(after, head - ring.length) + 1; number <= head; number++) {
            Change change = ring[slot(number)];
            if (!change.isOutdated() && wanted.test(change.key())) {
                return Optional.of(change);
            }
        }
        return Optional.empty();
    }

    /**
     * This change, and those after it that are of the same kind, the last of their thing, and not read yet.
     *
     * @param most how many there are at most
     */
    synchronized List<Change> unread(Change first, int most) {
        List<Change> changes = new ArrayList<>(List.of(first));
        for (long number = Math.max(first.number(), head - ring.length) + 1;
                number <= head && changes.size() < most;
                number++) {
            Change change = ring[slot(number)];
            if (change.key().kind() == first.key().kind() && !change.isOutdated() && !change.isRead()) {
                changes.add(change);
            }
        }
        return changes;
    }

    int capacity() {
        return ring.length;
    }

    private int slot(long number) {
        return (int) (number % ring.length);
    }
}
