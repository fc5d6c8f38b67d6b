package org.switchroom.queue.control;

/**
 * How many rows a transaction takes: half as many with each run that it needs. A deadlock hits a transaction the more likely the more rows
 * it locks, and while it runs again more rows gather; so a group that was hit gets smaller, not larger. One thread.
 */
final class ShrinkingGroup {
    private int next;

    ShrinkingGroup(int most) {
        next = most;
    }

    /** For the run that begins now; 1 at least. */
    int next() {
        int now = Math.max(1, next);
        next = now / 2;
        return now;
    }
}
