package org.switchroom.web.supervisor;

import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;
import org.switchroom.queue.boundary.ActionQueue;
import org.switchroom.queue.entity.ActionFilter;

/** Reads the page of the queue that is shown. How many there are in all is asked at most every few seconds: it costs more than the page. */
class ActionLines extends LazyDataModel<ActionLine> {
    private static final long serialVersionUID = 1L;
    private static final long COUNT_GOOD_FOR_NANOS = 5_000_000_000L;

    private final transient ActionQueue queue;
    private transient ActionFilter filter = ActionFilter.ALL;
    private long countedAtNanos;
    private int counted = -1;

    ActionLines(ActionQueue queue) {
        this.queue = queue;
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
            counted = queue.count(filter);
            countedAtNanos = System.nanoTime();
        }
        return counted;
    }

    @Override
    public List<ActionLine> load(
            int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
        return queue.list(filter, first, pageSize).stream().map(ActionLine::of).toList();
    }

    @Override
    public String getRowKey(ActionLine line) {
        return Long.toString(line.id());
    }
}
