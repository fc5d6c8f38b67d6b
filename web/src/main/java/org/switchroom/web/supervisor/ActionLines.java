package org.switchroom.web.supervisor;

import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.switchroom.queue.boundary.ActionQueue;
import org.switchroom.queue.entity.ActionFilter;
import org.switchroom.web.support.DatabaseReach;

/** Reads the page of the queue that is shown, and keeps it while the database is away. How many there are in all is asked at most every few seconds: it costs more than the page. */
class ActionLines extends LazyDataModel<ActionLine> {
    private static final long serialVersionUID = 1L;
    private static final long COUNT_GOOD_FOR_NANOS = 5_000_000_000L;

    private final transient ActionQueue queue;
    private final transient DatabaseReach reach;
    private transient List<ActionLine> last = List.of();
    private transient ActionFilter filter = ActionFilter.ALL;
    private long countedAtNanos;
    private int counted = -1;

    ActionLines(ActionQueue queue, DatabaseReach reach) {
        this.queue = queue;
        this.reach = reach;
    }

    void show(ActionFilter wanted) {
        if (!wanted.equals(filter)) {
            filter = wanted;
            counted = -1;
        }
    }

    @Override
    public int count(Map<String, FilterMeta> filterBy) {
        if (counted < 0 || System.nanoTime() - countedAtNanos > COUNT_GOOD_FOR_NANOS) {
            counted = reach.read(() -> queue.count(filter), last.size());
            countedAtNanos = System.nanoTime();
        }
        return counted;
    }

    @Override
    public List<ActionLine> load(
            int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
        last = reach.read(
                () -> queue.list(filter, first, pageSize).stream()
                        .map(ActionLine::of)
                        .toList(),
                last);
        return last;
    }

    @Override
    public String getRowKey(ActionLine line) {
        return Long.toString(line.id());
    }
}
