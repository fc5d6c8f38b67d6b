package org.switchroom.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Changes come by themselves, and a reader that was away gets what it missed. */
@Order(35)
@ExtendWith(LeavesNothingBehind.class)
class EventsIT {
    private static final String PATH = "/api/v1/events";
    private static SqlClient sql;

    @BeforeAll
    static void connects() throws SQLException {
        sql = SqlClient.foreign();
    }

    @AfterAll
    static void disconnects() throws SQLException {
        sql.close();
    }

    @Test
    void tellsOfActionsAndChannelsAsTheyChange() throws Exception {
        try (EventStream stream = EventStream.open(PATH)) {
            long id = sql.insert(NewAction.callTo("15557654348"));

            stream.until("the row has succeeded", event -> isAction(event, id, "SUCCEEDED"));
            ActionRow row = Waiting.untilOver(sql, id);

            stream.until(
                    "its channel",
                    event -> "channel".equals(event.name()) && event.data().contains(row.uniqueid()));
            stream.until(
                    "its end",
                    event -> isAction(event, id, "SUCCEEDED") && event.data().contains("HUNGUP"));
        }
    }

    @Test
    void givesAReaderThatWasAwayWhatItMissed() throws Exception {
        String last;
        try (EventStream stream = EventStream.open(PATH)) {
            long first = ping();
            last = stream.until("the first row", event -> isAction(event, first, "SUCCEEDED"))
                    .id();
        }
        long missed = ping();

        try (EventStream stream = EventStream.open(PATH, "Last-Event-ID", last)) {
            stream.until("the row that was missed", event -> isAction(event, missed, "SUCCEEDED"));
            assertTrue(
                    stream.events().stream().noneMatch(event -> "resync".equals(event.name())),
                    () -> stream.events().toString());
        }
    }

    @Test
    void saysResyncWhenAPositionIsTooOld() throws Exception {
        try (EventStream stream = EventStream.open(PATH, "Last-Event-ID", "0a0a0a-1")) {
            stream.until("resync", event -> "resync".equals(event.name()));
        }
    }

    @Test
    void leavesOutWhatWasNotAskedFor() throws Exception {
        try (EventStream stream = EventStream.open(PATH + "?types=action&server_name=pbx2")) {
            long elsewhere = ping();
            long here = sql.insert(NewAction.of("Ping").on("pbx2"));

            stream.until("the row of pbx2", event -> isAction(event, here, "SUCCEEDED"));

            assertTrue(
                    stream.events().stream().noneMatch(event -> isAction(event, elsewhere, "")),
                    () -> stream.events().toString());
        }
    }

    private static long ping() throws SQLException, IOException {
        long id = sql.insert(NewAction.of("Ping"));
        await().atMost(Duration.ofSeconds(15)).until(() -> sql.action(id).isFinal());
        assertEquals("SUCCEEDED", sql.action(id).status());
        return id;
    }

    private static boolean isAction(EventStream.Event event, long id, String status) {
        return "action".equals(event.name())
                && event.data().contains("\"id\":" + id + ",")
                && event.data().contains(status);
    }
}
