package org.switchroom.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.core.ThrowingRunnable;

/**
 * What must be true after each test, whatever it did: no channel on any server nor in the table, no row that is not final, nobody signed in
 * at a server who wasn't before, no thread, file or connection more than before, no error in the server's log.
 */
public final class PostConditions {
    private static final Duration MOST = Duration.ofSeconds(20);
    /** Undertow's words, some time after a reader of a stream closed its connection. */
    private static final String READER_WENT_AWAY = "UT005088";

    /** As the console shows names, cut after 15 letters. */
    private static final List<String> ONE_OF_EACH = List.of("switchroom-command", "switchroom-even");

    /** The container's own pools grow until they are full; what leaks, leaks more than this. */
    private static final int POOLS_GROW = 40;

    private static final int FILES_GROW = 60;

    private static final String ORPHANED =
            "select l.server_name, l.holder, l.epoch, l.ends_at from server_lease l left join application_node n"
                    + " on n.holder = l.holder and n.seen_at > utc_timestamp(3) - interval 10 second"
                    + " where l.holder is not null and l.ends_at > utc_timestamp(3) and n.holder is null";

    private final ServerLog log = ServerLog.fromNow();
    private final ServerProcess process = ServerProcess.running();
    private final Map<String, List<String>> logins = logins();
    private final int threads = process.threadCount();
    private final int files = process.fileCount();
    private final long pid = process.pid();

    private PostConditions() {}

    /** Remembers how things are. */
    public static PostConditions now() {
        return new PostConditions();
    }

    /** What a test broke shows where it broke, and not a second time. */
    public void forgetErrors() {
        log.readOn();
    }

    /**
     * Fails, with the names of what offends, unless all is as it was.
     *
     * @param errors lines of level ERROR that are to be expected: a regular expression, or empty
     */
    public void hold(String errors) throws Exception {
        rowsAreFinal();
        serversAreEmpty();
        eventually("the same sessions at the servers, or one of each kind", this::sessionsAreRight);
        if (process.pid() == pid) {
            eventually("threads of the server, before: " + threads, () -> {
                int now = process.threadCount();
                assertTrue(now <= threads + POOLS_GROW, () -> now + " now: " + process.threadNames());
            });
            eventually("open files of the server, before: " + files, () -> {
                int now = process.fileCount();
                assertTrue(now <= files + FILES_GROW, () -> now + " now: " + process.fileNames());
            });
        }
        String allowed = errors.isEmpty() ? READER_WENT_AWAY : READER_WENT_AWAY + "|" + errors;
        assertEquals(List.of(), log.errors(allowed), "errors in the server's log");
    }

    private static void rowsAreFinal() throws Exception {
        try (SqlClient sql = SqlClient.own()) {
            eventually(
                    "no row is left unfinished",
                    () -> assertEquals(
                            List.of(),
                            sql.rows(
                                    "select id, server_name, action, status, response_message from queued_action"
                                            + " where find_in_set(status, ?) > 0",
                                    ActionRow.UNFINISHED)));
            eventually(
                    "the table of live channels is empty",
                    () -> assertEquals(
                            List.of(), sql.rows("select server_name, uniqueid, channel, state from live_channel")));
        }
    }

    private static void serversAreEmpty() {
        for (String server : Instance.running().serverNames()) {
            eventually(server + " has no channel", () -> assertEquals(List.of(), List.copyOf(Lab.uniqueids(server))));
        }
    }

    /** A node that lost a server during the test may have left sessions before it; one of each kind is always right. */
    private void sessionsAreRight() {
        logins().forEach((server, now) -> {
            if (!now.equals(ONE_OF_EACH)) {
                assertEquals(logins.get(server), now, server);
            }
        });
    }

    private static Map<String, List<String>> logins() {
        Map<String, List<String>> logins = new TreeMap<>();
        Instance.running().serverNames().forEach(server -> logins.put(server, Lab.logins(server)));
        return logins;
    }

    private static void eventually(String what, ThrowingRunnable check) {
        await(what).atMost(MOST).pollDelay(Duration.ZERO).untilAsserted(check);
    }
}
