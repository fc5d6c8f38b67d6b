package org.switchroom.bench.cycle;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import org.switchroom.bench.Meter;
import org.switchroom.bench.Options;
import org.switchroom.bench.Out;
import org.switchroom.common.Scope;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.lead.control.ListRows;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.lead.entity.LeadLoad;
import org.switchroom.lead.entity.LoadState;
import org.switchroom.lead.load.LoadFolder;
import org.switchroom.lead.load.LoadRows;
import org.switchroom.lead.load.LoadSetup;
import org.switchroom.lead.load.LoadWorker;

/**
 * A file of a million leads: dry run and load, each row judged by libphonenumber, looked for in all lists and among the numbers that nobody
 * may call; beside the fastest ways to get the same columns into the same table without looking at them.
 */
public final class LoadBench {
    private static final int LEAST_PER_SECOND = 10_000;

    private final BenchDatabase database;
    private final int rows;
    private final LoadFolder folder;
    private final Path file;
    private final DatabaseTime time;

    private LoadBench(BenchDatabase database, Options options) throws IOException {
        this.database = database;
        this.rows = options.number("rows", 1_000_000);
        Path home = Files.createTempDirectory("load-bench");
        this.folder = new LoadFolder(home, 2L << 30);
        this.file = home.resolve("leads.csv");
        this.time = new DatabaseTime(System::nanoTime, Instant.now());
    }

    public static void main(String[] args) throws Exception {
        Options options = Options.of(args);
        try (BenchDatabase database = new BenchDatabase(Options.ofFile(Path.of(options.required("database"))))) {
            boolean reached = new LoadBench(database, options).run(options.number("rounds", 1));
            System.exit(reached ? 0 : 1);
        }
    }

    private boolean run(int rounds) throws Exception {
        write();
        Out.line("%,d leads, %,d MiB, %s", rows, Files.size(file) >> 20, database.version());
        double worst = Double.MAX_VALUE;
        for (int round = 1; round <= rounds; round++) {
            empty();
            report("LOAD DATA, nothing looked at", () -> BareLoads.loadData(database, file));
            empty();
            report("insert of 1,000 rows, nothing looked at", () -> BareLoads.insert(database, rows));
            empty();
            long id = receive();
            report("Switchroom, dry run", () -> work(id, LoadState.CHECKING));
            worst = Math.min(worst, report("Switchroom, load", () -> work(id, LoadState.LOADING)));
        }
        Out.line(
                "%s: %,.0f rows a second, asked are %,d",
                worst >= LEAST_PER_SECOND ? "REACHED" : "MISSED", worst, LEAST_PER_SECOND);
        return worst >= LEAST_PER_SECOND;
    }

    private interface Work {
        long rows() throws Exception;
    }

    private double report(String name, Work work) throws Exception {
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        System.gc();
        double databaseCpu = database.cpuSeconds();
        Meter meter = new Meter();
        long done = work.rows();
        Meter.Use use = meter.stop();
        long peak = pools().stream()
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
        Out.line(
                "%-42s %,9.0f rows/s  %6.1f s  own CPU %5.1f s  database CPU %5.1f s  heap at most %,4d MiB",
                name, done / use.seconds(), use.seconds(), use.cpuSeconds(), database.cpuSeconds() - databaseCpu, peak);
        return done / use.seconds();
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private long receive() throws IOException {
        ListRows lists = new ListRows(database);
        long list = lists.insert(LeadList.named("bench"), time.now());
        LoadSetup setup = new LoadSetup(database, folder, time);
        try (InputStream content = Files.newInputStream(file)) {
            LeadList found = lists.find(list, Scope.everything()).orElseThrow();
            return setup.takeLeads(found, "leads.csv", setup.receive(content), "bench");
        }
    }

    private long work(long id, LoadState kind) {
        LoadRows loads = new LoadRows(database);
        loads.begin(id, kind);
        new LoadWorker(database, folder, time, "bench", Executors.defaultThreadFactory(), 2).workOnce(kind, told -> {});
        LeadLoad done = loads.find(id).orElseThrow();
        if (done.state().isRunning() || done.result().loaded() != rows) {
            throw new IllegalStateException(done.state() + " " + done.message() + " " + done.result());
        }
        return rows;
    }

    private void empty() throws Exception {
        database.run(
                "truncate table call_lead", "delete from lead_load", "delete from lead_list", "delete from dnc_number");
    }

    /** Numbers of all parts of the United States in the order of a dice, so that no index is filled from its end. */
    private void write() throws IOException {
        Random dice = new Random(7);
        List<Integer> areas =
                new ArrayList<>(List.of(201, 212, 305, 312, 404, 415, 503, 602, 702, 713, 727, 801, 907, 808));
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Phone1,FirstName,Surname,Address,City,State,Zip,Email,CustNo\n");
            for (int i = 0; i < rows; i++) {
                long subscriber = (i * 7_368_787L) % 8_000_000 + 2_000_000;
                out.write(String.format(
                        Locale.ROOT,
                        "(%d) %03d-%04d,Dana%d,Whitfield%d,%d Main Street,Clearwater,FL,%05d,dana%d@example.org,HP-%d%n",
                        areas.get(i % areas.size()),
                        subscriber / 10_000,
                        subscriber % 10_000,
                        i % 500,
                        dice.nextInt(20_000),
                        dice.nextInt(9_999),
                        dice.nextInt(99_999),
                        i,
                        dice.nextInt(Integer.MAX_VALUE)));
            }
        }
    }
}
