package org.switchroom.system.fault;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.switchroom.system.ActionRow;
import org.switchroom.system.Lab;
import org.switchroom.system.NewAction;
import org.switchroom.system.SqlClient;

/** Many calls at once to one server, to be disturbed, settled and ended. */
final class Burst {
    private static final Duration LOOK = Duration.ofMillis(50);

    private final String server;
    private final List<Long> ids = new ArrayList<>();

    private Burst(String server) {
        this.server = server;
    }

    /** Writes so many rows; the numbers answer and stay silent. */
    static Burst of(String server, int count, SqlClient sql) throws SQLException {
        Burst burst = new Burst(server);
        for (int i = 0; i < count; i++) {
            burst.ids.add(sql.insert(NewAction.callTo("9990%07d".formatted(i))
                    .with("Timeout", "10000")
                    .on(server)));
        }
        return burst;
    }

    List<Long> ids() {
        return List.copyOf(ids);
    }

    /** How many are in this status. */
    long count(SqlClient sql, String statuses) {
        String numbers = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        return Long.parseLong(sql.rows(
                        "select count(*) n from action_all where find_in_set(id, ?) > 0 and find_in_set(status, ?) > 0",
                        numbers,
                        statuses)
                .get(0)
                .get("n"));
    }

    /** Waits until no row is in between. */
    void untilSettled(SqlClient sql, Duration most) {
        await("all of " + ids.get(0) + " to " + ids.get(ids.size() - 1) + " are settled")
                .atMost(most)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .until(() -> count(sql, ActionRow.UNFINISHED) == 0);
    }

    /** Ends all calls of the server, by its own console. */
    void hangUp() {
        Lab.console(server, "channel request hangup all");
        await(server + " has no channel")
                .atMost(Duration.ofSeconds(20))
                .until(() -> Lab.uniqueids(server).isEmpty());
    }

    /** Runs this when so many milliseconds have passed, while the caller goes on. */
    static CompletableFuture<Void> later(long millis, Runnable what) {
        var executor = CompletableFuture.delayedExecutor(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
        return CompletableFuture.runAsync(what, executor);
    }
}
