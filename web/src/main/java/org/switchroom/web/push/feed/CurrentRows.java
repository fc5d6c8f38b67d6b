package org.switchroom.web.push.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.switchroom.web.push.feed.ChangeRing.Change;

/**
 * Reads what changed things are now, once for all readers, and those that come next in the same turn: a change costs a query when little
 * happens and a fraction of one when much does. A row is never older than the change that it is told for. Keeps as much as it has room
 * for, the most recently read.
 */
final class CurrentRows {
    /** So many changes are read together at most. */
    static final int TOGETHER = 100;

    private static final int KEPT_CHARACTERS = 8 * 1024 * 1024;

    private final ChangeRing ring;
    private final Function<List<ChangeKey>, Map<ChangeKey, CurrentRow>> source;
    private final Map<Long, Optional<CurrentRow>> kept = new LinkedHashMap<>();
    private long keptCharacters;

    CurrentRows(ChangeRing ring, Function<List<ChangeKey>, Map<ChangeKey, CurrentRow>> source) {
        this.ring = ring;
        this.source = source;
    }

    /** One thread reads at a time, so that many readers of the same change make one query. Empty if there is nothing to tell. */
    synchronized Optional<CurrentRow> of(Change change) {
        Optional<CurrentRow> known = kept.get(change.number());
        return known != null ? known : read(change);
    }

    private Optional<CurrentRow> read(Change change) {
        List<Change> changes = ring.from(change, other -> !kept.containsKey(other), TOGETHER);
        Map<ChangeKey, CurrentRow> rows =
                source.apply(changes.stream().map(Change::key).toList());
        changes.forEach(each -> keep(each.number(), Optional.ofNullable(rows.get(each.key()))));
        return Optional.ofNullable(rows.get(change.key()));
    }

    private void keep(long number, Optional<CurrentRow> row) {
        kept.put(number, row);
        keptCharacters += length(row);
        var oldest = kept.values().iterator();
        while (keptCharacters > KEPT_CHARACTERS || kept.size() > ring.capacity()) {
            keptCharacters -= length(oldest.next());
            oldest.remove();
        }
    }

    private static int length(Optional<CurrentRow> row) {
        return row.map(found -> found.json().length()).orElse(0);
    }
}
