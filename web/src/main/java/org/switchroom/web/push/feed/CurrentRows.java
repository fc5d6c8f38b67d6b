package org.switchroom.web.push.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what changed things are now, once for all readers, and those that come next in the same turn: a change costs a query when little
 * happens and a fraction of one when much does. A row is never older than the change that it is told for. Keeps as much as it has room
 * for, the most recently read.
 */
final class CurrentRows {
    private static final int READ_TOGETHER = 100;
    private static final int KEPT_CHARACTERS = 8 * 1024 * 1024;

    private final ChangeRing ring;
    private final Function<List<ChangeKey>, Map<ChangeKey, CurrentRow>> source;
    private final Deque<Change> kept = new ArrayDeque<>();
    private long keptCharacters;

    CurrentRows(ChangeRing ring, Function<List<ChangeKey>, Map<ChangeKey, CurrentRow>> source) {
        this.ring = ring;
        this.source = source;
    }

    /** Empty if there is nothing to tell. One thread reads at a time, so that many readers of the same change make one query. */
    Optional<CurrentRow> of(Change change) {
        Optional<CurrentRow> known = change.row();
        return known != null ? known : readOnce(change);
    }

    private synchronized Optional<CurrentRow> readOnce(Change change) {
        Optional<CurrentRow> known = change.row();
        if (known != null) {
            return known;
        }
        List<Change> changes = ring.unread(change, READ_TOGETHER);
        Map<ChangeKey, CurrentRow> rows =
                source.apply(changes.stream().map(Change::key).toList());
        changes.forEach(each -> keep(each, Optional.ofNullable(rows.get(each.key()))));
        return Optional.ofNullable(rows.get(change.key()));
    }

    private void keep(Change change, Optional<CurrentRow> row) {
        change.read(row);
        kept.add(change);
        keptCharacters += length(row);
        while (keptCharacters > KEPT_CHARACTERS || kept.size() > ring.capacity()) {
            Change oldest = kept.remove();
            keptCharacters -= length(oldest.row());
            oldest.forget();
        }
    }

    private static int length(Optional<CurrentRow> row) {
        return row.map(found -> found.json().length()).orElse(0);
    }
}
