package org.switchroom.lead.load;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongConsumer;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.DatabaseException;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.lead.control.LeadLog;
import org.switchroom.lead.control.ListRows;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.lead.entity.LeadLoad;
import org.switchroom.lead.entity.LoadState;
import org.switchroom.lead.entity.UnknownLeadException;
import org.switchroom.lead.entity.UploadRefusedException;

/**
 * Takes a load that waits, or whose node is silent, and carries it to its end. A database that goes away leaves the load as it is: it is
 * taken up behind the last batch that was committed.
 */
public final class LoadWorker {
    private static final int LONGEST_MESSAGE = 500;

    private final Database database;
    private final LoadRows loads;
    private final LoadFolder folder;
    private final DatabaseTime time;
    private final String node;
    private final ThreadFactory threads;
    private final int parallel;

    /** @param parallel threads that read rows beside the one that stores them */
    public LoadWorker(
            Database database, LoadFolder folder, DatabaseTime time, String node, ThreadFactory threads, int parallel) {
        this.database = database;
        this.loads = new LoadRows(database);
        this.folder = folder;
        this.time = time;
        this.node = node;
        this.threads = threads;
        this.parallel = parallel;
    }

    /**
     * Does one load that waits for a check or for being loaded.
     *
     * @param told after each batch the id of the load
     * @return whether there was one
     */
    public boolean workOnce(LoadState kind, LongConsumer told) {
        Optional<LeadLoad> taken = first(kind).flatMap(load -> loads.take(load, node, time.now()));
        taken.ifPresent(load -> {
            work(load, told);
            told.accept(load.id());
        });
        return taken.isPresent();
    }

    /** Checks may overtake each other; of loads only the oldest that this node can do is begun. */
    private Optional<LeadLoad> first(LoadState kind) {
        return loads.first(kind).stream()
                .filter(load -> folder.has(load.storedName()))
                .filter(load -> load.state() == kind)
                .findFirst();
    }

    private void work(LeadLoad load, LongConsumer told) {
        LeadLog.LOG.load(load.id(), load.fileName(), load.state() + " from row " + load.position());
        try {
            long rows = run(load, told);
            LoadState end = load.state() == LoadState.LOADING ? LoadState.DONE : LoadState.CHECKED;
            if (loads.finish(load, end, null, rows, time.now()) && end == LoadState.DONE) {
                folder.remove(load.storedName());
            }
            LeadLog.LOG.load(load.id(), load.fileName(), end + ", " + rows + " rows");
        } catch (LoadRun.StoppedException e) {
            LeadLog.LOG.load(load.id(), load.fileName(), "stopped");
        } catch (DatabaseException e) {
            LeadLog.LOG.loadBroke(load.id(), e);
        } catch (UploadRefusedException | UnknownLeadException e) {
            fail(load, e.getMessage());
        } catch (RuntimeException e) {
            LeadLog.LOG.loadBroke(load.id(), e);
            fail(load, "It broke off; the server's log says why.");
        }
    }

    private long run(LeadLoad load, LongConsumer told) {
        LeadList list = list(load);
        LoadTarget target = load.isOfNumbers() ? new NumberTarget(load, time) : new LeadTarget(load, list, time);
        ExecutorService workers = Executors.newFixedThreadPool(parallel, threads);
        try (RowSource source = FormatDetection.open(folder.file(load.storedName()), load.format());
                RefusedRows refused =
                        new RefusedRows(folder.refused(load.storedName()), load.errorBytes(), load.format())) {
            LoadRun run = new LoadRun(
                    new LoadRun.LoadTools(database, loads, time),
                    load,
                    new RowReading(list, load.mapping()),
                    target,
                    workers);
            return run.run(source, refused, position -> told.accept(load.id()));
        } finally {
            workers.shutdownNow();
        }
    }

    private LeadList list(LeadLoad load) {
        if (load.isOfNumbers()) {
            return LoadSetup.numbers(load.format());
        }
        return database.inNewTransaction(connection -> ListRows.find(connection, load.listId()))
                .orElseThrow(() -> new UnknownLeadException("list " + load.listId()));
    }

    private void fail(LeadLoad load, String why) {
        String message = why.length() > LONGEST_MESSAGE ? why.substring(0, LONGEST_MESSAGE) : why;
        loads.finish(load, LoadState.FAILED, message, null, time.now());
        LeadLog.LOG.load(load.id(), load.fileName(), "failed: " + message);
    }
}
