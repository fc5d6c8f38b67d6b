package org.switchroom.web.push.feed;

import java.util.Optional;

/** One numbered change, and what the changed thing is now once somebody has read it. */
final class Change {
    private final long number;
    private final ChangeKey key;
    private volatile boolean outdated;
    private volatile Optional<CurrentRow> row;

    Change(long number, ChangeKey key) {
        this.number = number;
        this.key = key;
    }

    long number() {
        return number;
    }

    ChangeKey key() {
        return key;
    }

    /** Whether the same thing has changed again since. */
    boolean isOutdated() {
        return outdated;
    }

    void outdate() {
        outdated = true;
    }

    boolean isRead() {
        return row != null;
    }

    /** Null if it was not read, or let go since; empty if there is nothing to tell. */
    Optional<CurrentRow> row() {
        return row;
    }

    void read(Optional<CurrentRow> found) {
        row = found;
    }

    /** Lets go what was read. */
    void forget() {
        row = null;
    }
}
