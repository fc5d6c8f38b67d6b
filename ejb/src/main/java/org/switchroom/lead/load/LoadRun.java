package org.switchroom.lead.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.lead.entity.DuplicateRule;
import org.switchroom.lead.entity.LeadField;
import org.switchroom.lead.entity.LeadLoad;
import org.switchroom.lead.entity.LoadResult;
import org.switchroom.lead.entity.LoadState;
import org.switchroom.lead.entity.RowOutcome;
import org.switchroom.lead.entity.UploadRefusedException;

/**
 * One pass over a file. Rows are read here, checked by several threads ahead, and stored here in the file's order: each batch in one
 * transaction with the position behind it, so whoever takes the load up again after a crash begins behind what is stored.
 */
final class LoadRun {
    static final int BATCH = 1_000;
    private static final int AHEAD = 6;
    private static final int SKIPPED_BETWEEN_SIGNS = 20_000;
    private static final int MOST_ZONES = 300;

    /** Somebody stopped the load, or another node took it. */
    static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Told after each batch. */
    interface Progress {
        void at(long position);
    }

    private final Database database;
    private final LoadRows loads;
    private final DatabaseTime time;
    private final ExecutorService workers;
    private final LeadLoad load;
    private final RowReading reading;
    private final LoadTarget target;
    private final NumberSet seen = new NumberSet();
    private final Map<RowOutcome, Long> counts = new EnumMap<>(RowOutcome.class);
    private final Map<String, Long> zones = new HashMap<>();
    private UploadRefusedException unreadable;
    private long rowsRead;
    private long position;

    LoadRun(LoadTools tools, LeadLoad load, RowReading reading, LoadTarget target, ExecutorService workers) {
        this.database = tools.database();
        this.loads = tools.loads();
        this.time = tools.time();
        this.workers = workers;
        this.load = load;
        this.reading = reading;
        this.target = target;
        counts.putAll(load.result().counts());
        zones.putAll(load.result().zones());
    }

    /** What every run needs. */
    record LoadTools(Database database, LoadRows loads, DatabaseTime time) {}

    /**
     * Goes from the committed position to the end; returns how many rows the file has.
     *
     * @throws StoppedException if the load is not ours or not wanted any more
     * @throws org.switchroom.lead.entity.UploadRefusedException if the file can't be read on
     */
    long run(RowSource source, RefusedRows refused, Progress progress) {
        skip(source, load.position());
        Deque<Future<List<RowReading.Row>>> ahead = new ArrayDeque<>();
        try {
            for (boolean more = true; more || !ahead.isEmpty(); ) {
                while (more && ahead.size() < AHEAD) {
                    List<RowReading.Raw> raw = batch(source);
                    more = raw.size() == BATCH && unreadable == null;
                    if (!raw.isEmpty()) {
                        ahead.add(workers.submit(() -> reading.read(raw)));
                    }
                }
                if (!ahead.isEmpty()) {
                    take(result(ahead.poll()), refused);
                    progress.at(position);
                }
            }
        } finally {
            ahead.forEach(each -> each.cancel(false));
        }
        if (unreadable != null) {
            throw unreadable;
        }
        return position;
    }

    /** Where the file can't be read on, what was read before is stored first. */
    private List<RowReading.Raw> batch(RowSource source) {
        List<RowReading.Raw> raw = new ArrayList<>(BATCH);
        try {
            while (raw.size() < BATCH) {
                Optional<String[]> row = source.next();
                if (row.isEmpty()) {
                    break;
                }
                raw.add(new RowReading.Raw(++rowsRead, row.get()));
            }
        } catch (UploadRefusedException e) {
            unreadable = e;
        }
        return raw;
    }

    private void skip(RowSource source, long rows) {
        for (long i = 0; i < rows; i++) {
            source.next();
            if (i % SKIPPED_BETWEEN_SIGNS == SKIPPED_BETWEEN_SIGNS - 1 && !loads.stayAlive(load, time.now())) {
                throw new StoppedException();
            }
        }
        rowsRead = rows;
        position = rows;
    }

    private void take(List<RowReading.Row> read, RefusedRows refused) {
        List<RowReading.Row> rows = load.duplicates() == DuplicateRule.NONE ? read : withoutTwice(read);
        boolean stores = load.state() == LoadState.LOADING;
        List<RowReading.Row> checked = database.inNewTransaction(connection -> target.checked(connection, rows));
        checked.forEach(row -> count(row, refused));
        var at = new LoadRows.Checkpoint(position + rows.size(), refused.flush(), result());
        database.inNewTransaction(connection -> {
            if (stores) {
                target.store(connection, checked);
            }
            return checkpoint(connection, at);
        });
        position = at.position();
    }

    /** A transaction whose load is not ours any more must not be committed. */
    private long checkpoint(Connection connection, LoadRows.Checkpoint at) throws SQLException {
        if (!LoadRows.checkpoint(connection, load, at, time.now())) {
            throw new StoppedException();
        }
        return at.position();
    }

    private List<RowReading.Row> withoutTwice(List<RowReading.Row> rows) {
        List<RowReading.Row> kept = new ArrayList<>(rows.size());
        for (RowReading.Row row : rows) {
            kept.add(
                    row.lead() == null || seen.add(row.phone())
                            ? row
                            : row.refused(RowOutcome.TWICE, "phone: +" + row.phone() + " stands in an earlier row"));
        }
        return kept;
    }

    private void count(RowReading.Row row, RefusedRows refused) {
        counts.merge(row.outcome(), 1L, Long::sum);
        if (row.lead() == null) {
            refused.add(row.number(), row.reason(), row.cells());
        } else {
            String zone = row.lead().fields().getOrDefault(LeadField.TIME_ZONES, "");
            zones.merge(zones.size() < MOST_ZONES || zones.containsKey(zone) ? zone : "", 1L, Long::sum);
        }
    }

    private LoadResult result() {
        return new LoadResult(counts, zones);
    }

    private static List<RowReading.Row> result(Future<List<RowReading.Row>> read) {
        try {
            return read.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
