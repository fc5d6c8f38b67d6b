package org.switchroom.web.push.feed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.switchroom.web.push.feed.ChangeRing.Change;

/**
 * Reads what a changed thing is now, once for all readers of one change. A row is never older than the change that it is told for. Keeps
 * the most recent ones only, and no large ones.
 */
final class CurrentRows {
    private static final int KEPT = 512;
    private static final int LARGEST_KEPT = 16 * 1024;

    private final Function<ChangeKey, Optional<CurrentRow>> source;
    private final Map<Long, Optional<CurrentRow>> kept = new LinkedHashMap<>();

    CurrentRows(Function<ChangeKey, Optional<CurrentRow>> source) {
        this.source = source;
    }

    /** One thread reads at a time, so that many readers of the same change make one query. */
    synchronized Optional<CurrentRow> of(Change change) {
        Optional<CurrentRow> known = kept.get(change.number());
        return known != null ? known : read(change);
    }

    private Optional<CurrentRow> read(Change change) {
        Optional<CurrentRow> row = source.apply(change.key());
        if (row.map(found -> found.json().length()).orElse(0) <= LARGEST_KEPT) {
            kept.put(change.number(), row);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return row;
    }
}
