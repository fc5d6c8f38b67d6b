package org.switchroom.bench.cycle;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.switchroom.bench.Options;
import org.switchroom.bench.Out;
import org.switchroom.bench.Sample;
import org.switchroom.common.Scope;
import org.switchroom.lead.control.LeadFinder;
import org.switchroom.lead.entity.LeadSearch;
import org.switchroom.lead.entity.LeadSearch.Key;

/**
 * The first page of a search among two million leads, with its count, as the page and REST ask for it; beside it the two statements of a
 * page that counts everything and sorts what it found: {@code --rows 2000000}, {@code --times 30}.
 */
public final class SearchBench {
    private static final int PAGE = 50;
    private static final double LONGEST_MILLIS = 300;
    private static final String COUNT_ALL = "select count(*) from call_lead where %s like ?";
    private static final String SORT_ALL = "select * from call_lead where %s like ? order by id desc limit 50";

    private final BenchDatabase database;
    private final LeadFinder finder;
    private final Random dice = new Random(11);
    private final int times;
    private boolean reached = true;

    private SearchBench(BenchDatabase database, int times) {
        this.database = database;
        this.finder = new LeadFinder(database);
        this.times = times;
    }

    public static void main(String[] args) throws Exception {
        Options options = Options.of(args);
        try (BenchDatabase database = new BenchDatabase(Options.ofFile(Path.of(options.required("database"))))) {
            int rows = options.number("rows", 2_000_000);
            BareLoads.insert(database, rows);
            database.run("analyze table call_lead");
            Out.line("%,d leads, %s; milliseconds of page and count", rows, database.version());
            SearchBench bench = new SearchBench(database, options.number("times", 30));
            bench.measure();
            System.exit(bench.reached ? 0 : 1);
        }
    }

    private void measure() throws SQLException {
        Out.line("| searched | p50 | max | count and sort everything, p50 | max |");
        Out.line("|---|---|---|---|---|");
        compare("number, exact", Key.PHONE, false, "phone", this::number);
        compare("number, 4 digits", Key.PHONE, true, "phone", () -> number().substring(0, 4));
        compare("name, exact", Key.LAST_NAME, false, "last_name", this::name);
        compare("name, 10 letters", Key.LAST_NAME, true, "last_name", () -> name().substring(0, 10));
        compare("name, 4 letters (all leads)", Key.LAST_NAME, true, "last_name", () -> "Whit");
        compare("own id, 5 letters", Key.VENDOR_ID, true, "vendor_id", () -> "HP-" + (10 + dice.nextInt(90)));
        compare("disposition (all leads)", Key.STATUS, false, "disposition", () -> "NEW");
        Out.line("%s: first page within %.0f ms", reached ? "REACHED" : "MISSED", LONGEST_MILLIS);
    }

    private void compare(String title, Key key, boolean prefix, String column, Supplier<String> text)
            throws SQLException {
        List<Double> ours = new ArrayList<>();
        List<Double> naive = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            String asked = text.get();
            ours.add(millis(() -> search(LeadSearch.of(key, asked, prefix))));
            if (i < Math.min(times, 3)) {
                naive.add(millis(() -> countAndSort(column, prefix ? asked + "%" : asked)));
            }
        }
        Sample page = Sample.of(ours);
        Sample all = Sample.of(naive);
        reached &= page.max() <= LONGEST_MILLIS;
        Out.line("| %s | %.1f | %.1f | %.1f | %.1f |", title, page.median(), page.max(), all.median(), all.max());
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static double millis(Work work) throws SQLException {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e6;
    }

    private void search(LeadSearch search) {
        int counted = finder.count(search, Scope.everything()).count();
        int shown = finder.search(search, Scope.everything(), PAGE).leads().size();
        if (shown != Math.min(counted, PAGE)) {
            throw new IllegalStateException("%d of %d on the first page of %s".formatted(shown, counted, search));
        }
    }

    private void countAndSort(String column, String pattern) throws SQLException {
        try (Connection connection = database.connect("owner")) {
            for (String sql : List.of(COUNT_ALL, SORT_ALL)) {
                try (PreparedStatement select = connection.prepareStatement(sql.formatted(column))) {
                    select.setString(1, pattern);
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            row.getString(1);
                        }
                    }
                }
            }
        }
    }

    private String number() {
        return "1" + ((dice.nextInt(2_000_000) * 7_368_787L) % 8_000_000_000L + 2_000_000_000L);
    }

    private String name() {
        return "Whitfield" + dice.nextInt(20_000);
    }
}
