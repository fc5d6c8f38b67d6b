package org.switchroom.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.switchroom.audit.entity.ChainReport;
import org.switchroom.common.control.Database;

/**
 * Verifies the chain, all of it or a part at a time. Its rounds look at whatever is new since the last one and at a stretch of what is
 * older, so that every entry is looked at again and again and a round costs the same however long the chain is. A stretch that is broken
 * is looked at in each round until it is whole. Safe for use by many threads.
 */
@ApplicationScoped
public class ChainPatrol {
    static final long STRETCH = 5000;

    private final Database database;
    private ChainWalk.Place newest;
    private ChainWalk.Place oldest = ChainWalk.Place.BEGINNING;

    @Inject
    public ChainPatrol(Database database) {
        this.database = database;
    }

    /** For the container's proxy only. */
    protected ChainPatrol() {
        this(null);
    }

    /** Verifies the whole chain. */
    public ChainReport whole() {
        ChainWalk.Place end = ChainWalk.end(database);
        return new ChainWalk(database, ChainWalk.Place.BEGINNING)
                .to(end, Long.MAX_VALUE)
                .report();
    }

    /** One round; what is wrong, in words. */
    public synchronized List<String> round() {
        ChainWalk.Place end = ChainWalk.end(database);
        List<String> breaks = new ArrayList<>();
        if (newest == null) {
            newest = end;
        }
        newest = walk(newest, end, breaks);
        oldest = walk(oldest, end, breaks);
        if (oldest.id() >= end.id() && breaks.isEmpty()) {
            oldest = ChainWalk.Place.BEGINNING;
        }
        return breaks;
    }

    /** Where the next round goes on: from the same place, if something was wrong after it. */
    private ChainWalk.Place walk(ChainWalk.Place from, ChainWalk.Place end, List<String> breaks) {
        ChainWalk walk = new ChainWalk(database, from).to(end, STRETCH);
        ChainReport report = walk.report();
        report.breaks().stream().filter(found -> !breaks.contains(found)).forEach(breaks::add);
        return report.isWhole() ? walk.place() : from;
    }
}
