package org.switchroom.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What must be true after each test class, whatever it did: no channel on any server nor in the table, no row that is not final, no error in
 * the server's log.
 */
final class LeavesNothingBehind implements BeforeAllCallback, AfterAllCallback, AfterEachCallback {
    private static final Duration MOST = Duration.ofSeconds(20);
    /** Undertow's words, some time after a reader of a stream closed its connection. */
    private static final String READER_WENT_AWAY = "UT005088";

    private static final List<String> UNFINISHED = List.of("NEW", "CLAIMED", "SENT", "UNKNOWN");

    private ServerLog log;

    @Override
    public void beforeAll(ExtensionContext context) {
        log = ServerLog.fromNow();
    }

    /** What a test broke shows where it broke. */
    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            log.readOn();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        try (SqlClient sql = SqlClient.foreign()) {
            eventually(
                    "no row is left unfinished",
                    () -> assertEquals(
                            List.of(),
                            sql.rows(
                                    "select id, server_name, action, status, response_message from queued_action"
                                            + " where find_in_set(status, ?) > 0",
                                    String.join(",", UNFINISHED))));
            eventually(
                    "the table of live channels is empty",
                    () -> assertEquals(
                            List.of(), sql.rows("select server_name, uniqueid, channel, state from live_channel")));
        }
        for (String server : Instance.running().serverNames()) {
            eventually(server + " has no channel", () -> assertEquals(List.of(), List.copyOf(Lab.uniqueids(server))));
        }
        assertEquals(List.of(), log.errors(READER_WENT_AWAY), "errors in the server's log");
    }

    private static void eventually(String what, org.awaitility.core.ThrowingRunnable check) {
        await(what).atMost(MOST).pollDelay(Duration.ZERO).untilAsserted(check);
    }
}
