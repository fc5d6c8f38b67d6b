package org.switchroom.web.push.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/**
 * The last changes, numbered from 1 without a gap. Of several changes of the same thing only the last is handed out, so that a slow
 * reader gets less and not later. Safe for any number of threads; nobody waits longer than for a walk over the ring.
 */
final class ChangeRing {
    private final ChangeKey[] ring;
    private final Map<ChangeKey, Long> latest = new HashMap<>();
    private long head;

    /** One numbered change. */
    record Change(long number, ChangeKey key) {}

    ChangeRing(int capacity) {
        ring = new ChangeKey[capacity];
    }

    synchronized void add(Collection<ChangeKey> keys) {
        for (ChangeKey key : keys) {
            head++;
            ChangeKey dropped = ring[slot(head)];
            if (dropped != null) {
                latest.remove(dropped, head - ring.length);
            }
            ring[slot(head)] = key;
            latest.put(key, head);
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
            ChangeKey key = ring[slot(number)];
            if (latest.get(key) == number && wanted.test(key)) {
                return Optional.of(new Change(number, key));
            }
        }
        return Optional.empty();
    }

    /**
     * This change, and those after it that are of the same kind, the last of their thing and not left out by {@code also}.
     *
     * @param most how many there are at most
     */
    synchronized List<Change> from(Change first, LongPredicate also, int most) {
        List<Change> changes = new ArrayList<>(List.of(first));
        for (long number = first.number() + 1; number <= head && changes.size() < most; number++) {
            ChangeKey key = ring[slot(number)];
            if (key.kind() == first.key().kind() && latest.get(key) == number && also.test(number)) {
                changes.add(new Change(number, key));
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
