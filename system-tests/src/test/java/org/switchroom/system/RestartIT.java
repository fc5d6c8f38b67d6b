package org.switchroom.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A server dies in the middle of calls and comes back; what was lost is told as lost, and the others notice nothing. */
@Order(90)
@ExtendWith(LeavesNothingBehind.class)
class RestartIT {
    private static final int CALLS = 5;
    private static final Duration MOST = Duration.ofSeconds(15);
    private SqlClient sql;

    @BeforeEach
    void connects() throws SQLException {
        sql = SqlClient.foreign();
    }

    @AfterEach
    void disconnects() throws SQLException {
        sql.close();
    }

    @Test
    void closesTheCallsOfAServerThatWasKilledAndMirrorsItAgain() throws SQLException {
        Calls lost = new Calls(sql);
        lost.dial("pbx2", CALLS);
        lost.untilUp();
        assertEquals(CALLS, new Mirror(sql).table("pbx2").size());

        Lab.kill("pbx2");
        long meanwhile = sql.insert(NewAction.callTo("15557654348").on("pbx1"));
        assertEquals("SUCCEEDED HUNGUP 16", Waiting.untilOver(sql, meanwhile).outcome());
        Lab.boot("pbx2");

        await("the table of pbx2 is right after its restart")
                .atMost(MOST)
                .untilAsserted(() -> assertEquals(Set.of(), new Mirror(sql).table("pbx2")));
        lost.untilOver().forEach(row -> {
            assertEquals("SUCCEEDED HUNGUP null", row.outcome());
            assertEquals("LOST", row.hangupCauseText());
        });
        Administrator.untilState("pbx2", "UP");
        long after = sql.insert(NewAction.callTo("15557654348").on("pbx2"));
        assertEquals("SUCCEEDED HUNGUP 16", Waiting.untilOver(sql, after).outcome());
    }

    @Test
    void settlesRowsOfAServerThatIsKilledWhileItDials() throws SQLException {
        Calls dialled = new Calls(sql);
        dialled.dial("pbx2", CALLS);

        Lab.kill("pbx2");
        Lab.boot("pbx2");

        // A row of which no byte had been written goes out after the restart, and its call stays up until it is ended.
        dialled.untilSettled();
        dialled.hangUp();
        dialled.untilOver().forEach(row -> {
            assertTrue(row.isFinal(), row::toString);
            if (row.columns().get("sent_at") == null) {
                assertNull(row.callState(), row::toString);
            }
        });
        Administrator.untilState("pbx2", "UP");
    }
}
