package org.switchroom.bench.cycle;

import java.nio.file.Path;
import java.util.List;
import org.switchroom.bench.Options;
import org.switchroom.bench.ServerProcess;
import org.switchroom.bench.stream.StreamServer;

/** T5: from a row to the server's answer on it, by a socket, beside a loop that starts a process for each action. The server is in a process of its own. */
public final class ActionBench {
    private ActionBench() {}

    public static void main(String[] args) throws Exception {
        Options options = Options.of(args);
        int backlog = options.number("backlog", 1_000);
        try (ServerProcess server = ServerProcess.start(StreamServer.class);
                AmiWire wire = new AmiWire(server.port());
                ProcessWire processes = new ProcessWire(server.port(), Path.of(options.required("script")));
                BenchDatabase database = new BenchDatabase(Options.ofFile(Path.of(options.required("database"))))) {
            Contest contest = new Contest(database, options, "answered actions");
            contest.run(
                    List.of(
                            new SwitchroomCycle(database, wire),
                            new RowLoop(database, "process per action", processes)),
                    List.of(backlog));
            contest.compare(backlog, "Switchroom", "process per action", 50, 50);
            System.exit(contest.isReached() ? 0 : 1);
        }
    }
}
