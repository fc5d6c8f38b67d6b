package org.switchroom.bench.cycle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.switchroom.bench.Options;

/** T6, T6b, T6c: rows that go the whole way, with a backlog held. */
public final class CycleBench {
    private CycleBench() {}

    public static void main(String[] args) throws Exception {
        Options options = Options.of(args);
        List<Integer> backlogs = Arrays.stream(
                        options.text("backlogs", "100,1000,5000,100000").split(","))
                .map(Integer::valueOf)
                .toList();
        try (BenchDatabase database = new BenchDatabase(Options.ofFile(Path.of(options.required("database"))))) {
            List<Cycle> contenders = new ArrayList<>(List.of(new SwitchroomCycle(database), new RowLoop(database)));
            if (!database.isMysql()) {
                contenders.add(new SchedulerCycle(database));
            }
            contenders.removeIf(cycle -> !cycle.title().startsWith(options.text("only", "")));
            Contest contest = new Contest(database, options, "full cycles");
            contest.run(contenders, backlogs);
            for (int backlog : backlogs) {
                contest.compare(
                        backlog,
                        "Switchroom",
                        "row loop of 2004",
                        backlog >= 5_000 ? 75 : backlog >= 1_000 ? 25 : 0,
                        0);
                contest.compare(backlog, "Switchroom", "db-scheduler", 1, 0);
            }
            for (int backlog : backlogs) {
                contest.compareSizes("Switchroom", backlog, backlogs.get(0), 0.8);
            }
            System.exit(contest.isReached() ? 0 : 1);
        }
    }
}
