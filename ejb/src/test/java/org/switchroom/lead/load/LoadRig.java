package org.switchroom.lead.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.switchroom.common.control.TestDatabase;
import org.switchroom.lead.control.LeadRig;
import org.switchroom.lead.entity.DuplicateRule;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.lead.entity.LeadLoad;
import org.switchroom.lead.entity.LoadRules;
import org.switchroom.lead.entity.LoadState;

/** Loads over a real database and a folder of their own. */
final class LoadRig implements AutoCloseable {
    final LeadRig leads = new LeadRig();
    final Path path = temporary();
    final LoadFolder folder = new LoadFolder(path, 64 << 20);
    final LoadSetup setup = new LoadSetup(leads.database, folder, leads.time);
    final LoadRows loads = new LoadRows(leads.database);
    private final LoadWorker worker =
            new LoadWorker(leads.database, folder, leads.time, "node1", Executors.defaultThreadFactory(), 2);

    TestDatabase database() {
        return leads.database;
    }

    long take(LeadList list, String csv) {
        return setup.takeLeads(list, "leads.csv", received(csv), "ines");
    }

    long take(LeadList list, String csv, DuplicateRule rule) {
        long id = take(list, csv);
        LeadLoad load = load(id);
        setup.change(load, load.version(), list, new LoadRules(load.mapping(), rule, true, Optional.empty()));
        return id;
    }

    /** Looks for files that nobody needs, as a timer does. */
    void clean() {
        new LoadCleaning(leads.database, folder).clean(leads.time.now());
    }

    LoadSetup.Received received(String text) {
        return setup.receive(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    LeadLoad load(long id) {
        return loads.find(id).orElseThrow();
    }

    /** A dry run to its end. */
    void check(long id) {
        load(id, LoadState.CHECKING);
    }

    /** Begins it and does it to its end. */
    void load(long id, LoadState kind) {
        LeadList list = leads.lists.find(load(id).listId(), LeadRig.ALL).orElseThrow();
        if (kind == LoadState.CHECKING) {
            setup.check(load(id), list);
        } else {
            setup.load(load(id), list);
        }
        work(kind);
    }

    boolean work(LoadState kind) {
        return worker.workOnce(kind, id -> {});
    }

    /** The node dies behind its nth batch; what is thrown here is what no code of ours would handle. */
    void crashAfterBatches(long id, int batches) {
        class Death extends Error {
            private static final long serialVersionUID = 1L;
        }
        try {
            worker.workOnce(LoadState.LOADING, nth(batches, () -> {
                throw new Death();
            }));
        } catch (Death e) {
            return;
        }
        throw new IllegalStateException("load " + id + " did not die");
    }

    void breakCommitAfterBatches(long id, int batches, boolean stored) {
        worker.workOnce(LoadState.LOADING, nth(batches, () -> leads.database.breakCommit(2, stored)));
        if (load(id).state() != LoadState.LOADING) {
            throw new IllegalStateException("load " + id + " did not break");
        }
    }

    void cancelAfterBatches(long id, int batches) {
        worker.workOnce(LoadState.LOADING, nth(batches, () -> setup.cancel(load(id))));
    }

    private static LongConsumer nth(int batches, Runnable action) {
        AtomicInteger told = new AtomicInteger();
        return id -> {
            if (told.incrementAndGet() == batches) {
                action.run();
            }
        };
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("loads");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        leads.database.run("delete from call_lead");
        leads.close();
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
