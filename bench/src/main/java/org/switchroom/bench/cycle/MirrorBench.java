package org.switchroom.bench.cycle;

import java.nio.file.Path;
import java.util.List;
import org.switchroom.bench.Options;

/** T9, T9b: a list of a server's channels, until the table shows it. */
public final class MirrorBench {
    private MirrorBench() {}

    public static void main(String[] args) throws Exception {
        Options options = Options.of(args);
        try (BenchDatabase database = new BenchDatabase(Options.ofFile(Path.of(options.required("database"))))) {
            Contest contest = new Contest(database, options, "lists");
            List<Integer> sizes = List.of(400, 5_000);
            contest.run(
                    List.of(
                            new MirroredLists(database),
                            new RowByRowLists(database, false),
                            new RowByRowLists(database, true)),
                    sizes);
            for (int size : sizes) {
                contest.compare(size, "Switchroom", "row by row", size == 400 ? 40 : 100, 0);
                contest.compare(size, "Switchroom", "batch of all", size == 400 ? 3 : 6, 0);
            }
            System.exit(contest.isReached() ? 0 : 1);
        }
    }
}
