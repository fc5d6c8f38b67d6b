package org.switchroom.lead.load;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.switchroom.common.control.Database;
import org.switchroom.lead.control.LeadLog;
import org.switchroom.lead.entity.LeadLoad;

/**
 * Gives up loads that nobody began, and removes files that nobody needs: those of loads that are over or gave up, those whose upload broke
 * off, and refused rows that nobody fetched for a month.
 */
public final class LoadCleaning {
    static final Duration LOADS_WAIT = Duration.ofDays(7);

    /** Longer than any upload takes: before its load is stored a file belongs to nobody. */
    static final Duration FILES_WAIT = Duration.ofDays(1);

    static final Duration REFUSED_ROWS_WAIT = Duration.ofDays(30);

    private final LoadRows loads;
    private final LoadFolder folder;

    public LoadCleaning(Database database, LoadFolder folder) {
        this.loads = new LoadRows(database);
        this.folder = folder;
    }

    public void clean(Instant now) {
        for (LeadLoad load : loads.waitingSince(now.minus(LOADS_WAIT))) {
            if (loads.giveUp(load, "Nobody began it for %d days.".formatted(LOADS_WAIT.toDays()), now)) {
                LeadLog.LOG.load(load.id(), load.fileName(), "given up, nobody began it");
            }
        }
        Set<String> unneeded = new TreeSet<>(folder.writtenBefore(now.minus(FILES_WAIT)));
        if (!unneeded.isEmpty()) {
            unneeded.removeAll(loads.neededFiles());
            unneeded.forEach(folder::remove);
        }
        folder.removeRefusedWrittenBefore(now.minus(REFUSED_ROWS_WAIT));
    }
}
