package org.switchroom.bench.cycle;

import java.nio.file.Path;
import java.util.List;
import org.switchroom.bench.Options;

/** T8: what events say of calls, until it is durable on their rows. */
public final class EventBench {
    private static final int BATCH = 500;

    private EventBench() {}

    public static void main(String[] args) throws Exception {
        Options options = Options.of(args);
        try (BenchDatabase database = new BenchDatabase(Options.ofFile(Path.of(options.required("database"))))) {
            Contest contest = new Contest(database, options, "events");
            contest.run(
                    List.of(
                            new TrackedEvents(database),
                            new RowByRowEvents(database, "InnoDB"),
                            new RowByRowEvents(database, "MyISAM")),
                    List.of(BATCH));
            contest.compare(BATCH, "Switchroom", "a commit per event, InnoDB", 10, 0);
            contest.compare(BATCH, "Switchroom", "a commit per event, MyISAM", 2, 0);
            System.exit(contest.isReached() ? 0 : 1);
        }
    }
}
