package org.switchroom.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program with nothing but SQL may do, and what its columns promise. */
@Order(30)
@ExtendWith(LeavesNothingBehind.class)
class ForeignClientIT {
    private static final int BURST = 150;
    private static SqlClient sql;

    @BeforeAll
    static void connects() throws SQLException {
        sql = SqlClient.foreign();
    }

    @AfterAll
    static void disconnects() throws SQLException {
        sql.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update queued_action set status = 'NEW'",
                "delete from queued_action",
                "insert into queued_action (server_name, action, headers, status) values ('pbx1', 'Ping', '{}', 'SENT')",
                "insert into queued_action (server_name, action, headers, internal) values ('pbx1', 'Ping', '{}', true)",
                "insert into queued_action (server_name, action, headers, database_account) values ('pbx1', 'Ping', '{}', 'x')",
                "insert into queued_action (server_name, action, headers, uniqueid) values ('pbx1', 'Ping', '{}', 'x')",
                "insert into queued_action_history (id) values (1)",
                "insert into action_transition (queued_action_id, to_status) values (1, 'SENT')",
                "update asterisk_server set host = '127.0.0.9'",
                "delete from live_channel",
                "insert into endpoint (server_name, technology, name, kind) values ('*', 'PJSIP', 'x', 'TRUNK')",
                "create table mine (id int)",
                "drop table queued_action"
            })
    void mayChangeNothing(String statement) {
        assertThrows(SQLException.class, () -> sql.run(statement));
    }

    @ParameterizedTest
    @ValueSource(strings = {"asterisk_login", "user_account", "api_token", "user_role", "endpoint"})
    void mayNotReadWhatIsNotForClients(String table) {
        assertThrows(IllegalStateException.class, () -> sql.rows("select * from " + table));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "queued_action",
                "queued_action_history",
                "action_all",
                "action_transition",
                "live_channel",
                "asterisk_server"
            })
    void mayReadWhatIsForClients(String table) {
        sql.rows("select * from " + table + " limit 1");
    }

    @Test
    void cancelsARowThatWaits() throws SQLException {
        long waits = insertDue("utc_timestamp(3) + interval 60 second", NewAction.callTo("15557654341"));

        long cancel = sql.insert(NewAction.of("SwitchroomCancel").with("Id", "" + waits));

        assertEquals("SUCCEEDED", Waiting.untilFinal(sql, cancel).status());
        ActionRow cancelled = Waiting.untilFinal(sql, waits);
        assertEquals("CANCELLED", cancelled.status());
        assertNull(cancelled.columns().get("sent_at"));
    }

    @Test
    void sendsARowNotBeforeItsTime() throws SQLException {
        long id = insertDue("utc_timestamp(3) + interval 2 second", NewAction.of("Ping"));

        ActionRow row = Waiting.untilFinal(sql, id);

        Duration late = between(row, "not_before", "sent_at");
        assertEquals("SUCCEEDED", row.status(), row::toString);
        assertTrue(!late.isNegative() && late.toMillis() < 1_500, "sent after its time by " + late);
    }

    @Test
    void neverSendsARowThatIsTooOld() throws SQLException {
        sql.run("insert into queued_action (server_name, action, headers, expires_at)"
                + " values ('pbx1', 'Ping', '{}', utc_timestamp(3) - interval 1 second)");
        long id = Long.parseLong(sql.rows("select last_insert_id() id").get(0).get("id"));

        ActionRow row = Waiting.untilFinal(sql, id);

        assertEquals("EXPIRED", row.status(), row::toString);
        assertNull(row.columns().get("sent_at"));
    }

    @Test
    void failsARowForAServerThatIsNotThereWithinASecond() throws SQLException {
        long id = sql.insert(NewAction.of("Ping").on("pbx99"));

        ActionRow row = Waiting.untilFinal(sql, id);

        assertEquals("FAILED", row.status());
        assertTrue(row.message().contains("pbx99"), row.message());
        assertTrue(between(row, "created_at", "finished_at").toMillis() < 2_000, row::toString);
    }

    @Test
    void failsARowForAServerThatIsSwitchedOff() throws SQLException {
        Administrator.save("asleep", Administrator.settings("pbx2", Administrator.portOf("pbx2"), false));

        long id = sql.insert(NewAction.of("Ping").on("asleep"));

        ActionRow row = Waiting.untilFinal(sql, id);
        assertEquals("FAILED", row.status(), row::toString);
        assertTrue(row.message().contains("switched off"), row.message());
        assertEquals(204, Administrator.rest().delete("/api/v1/servers/asleep").status());
    }

    @Test
    void letsARowForAServerOutOfReachExpire() throws SQLException, IOException {
        Administrator.save("away", Administrator.settings("pbx2", Administrator.closedPort(), true));
        sql.run("insert into queued_action (server_name, action, headers, expires_at)"
                + " values ('away', 'Ping', '{}', utc_timestamp(3) + interval 2 second)");
        long id = Long.parseLong(sql.rows("select last_insert_id() id").get(0).get("id"));

        ActionRow row = Waiting.untilFinal(sql, id);

        assertEquals("EXPIRED", row.status(), row::toString);
        assertNull(row.columns().get("sent_at"));
        assertEquals(204, Administrator.rest().delete("/api/v1/servers/away").status());
    }

    @Test
    void letsAHangupOvertakeABurstOfCalls() throws SQLException {
        long call = sql.insert(NewAction.callTo("99901234567"));
        ActionRow up = Waiting.untilUp(sql, call);
        List<Long> burst = new ArrayList<>();
        for (int i = 0; i < BURST; i++) {
            burst.add(sql.insert(NewAction.callTo("15557654347")));
        }

        long hangup = sql.insert(NewAction.hangup(up.channel()));

        ActionRow done = Waiting.untilFinal(sql, hangup);
        assertEquals("SUCCEEDED", done.status(), done::toString);
        assertTrue(between(done, "created_at", "finished_at").toMillis() < 2_000, done::toString);
        assertEquals("SUCCEEDED HUNGUP 16", Waiting.untilOver(sql, call).outcome());
        burst.forEach(
                id -> assertEquals("FAILED HUNGUP 1", Waiting.untilOver(sql, id).outcome()));
        assertTrue(
                time(done, "sent_at").isBefore(time(sql.action(burst.get(BURST - 1)), "sent_at")),
                "the hangup was sent before the burst was");
    }

    @Test
    void hangsUpACallByItsUniqueid() throws SQLException {
        long call = sql.insert(NewAction.callTo("99901234560"));
        ActionRow up = Waiting.untilUp(sql, call);

        long hangup = sql.insert(NewAction.hangup(up.uniqueid()));

        assertEquals("SUCCEEDED", Waiting.untilFinal(sql, hangup).status());
        assertEquals("SUCCEEDED HUNGUP 16", Waiting.untilOver(sql, call).outcome());
    }

    @Test
    void refusesAKeyThatIsUsedASecondTime() throws SQLException {
        String key = UUID.randomUUID().toString();
        long first = sql.insert("server_name, action, headers, idempotency_key", "pbx1", "Ping", "{}", key);

        SQLException second = assertThrows(
                SQLException.class,
                () -> sql.insert("server_name, action, headers, idempotency_key", "pbx1", "Ping", "{}", key));

        assertEquals(1062, second.getErrorCode());
        assertEquals("SUCCEEDED", Waiting.untilFinal(sql, first).status());
    }

    @Test
    void keepsTheTimesOfRowsInUtcWhateverTheClientsTimeZone() throws SQLException {
        sql.run("set time_zone = '-11:00'");
        long id = sql.insert(NewAction.of("Ping"));
        sql.run("set time_zone = '+00:00'");

        Map<String, String> row = sql.rows(
                        "select timestampdiff(second, created_at, utc_timestamp(3)) age,"
                                + " timestampdiff(second, created_at, expires_at) life from action_all where id = ?",
                        id)
                .get(0);

        assertTrue(Integer.parseInt(row.get("age")) < 20, row::toString);
        assertEquals("30", row.get("life"));
        assertEquals("SUCCEEDED", Waiting.untilFinal(sql, id).status());
    }

    @Test
    void worksWithTheOtherDriverToo() throws SQLException {
        try (SqlClient other = SqlClient.foreignByMysqlDriver()) {
            long id = other.insert(NewAction.of("Ping"));

            assertEquals("SUCCEEDED", Waiting.untilFinal(other, id).status());
        }
    }

    private static long insertDue(String when, NewAction action) throws SQLException {
        sql.run(
                "insert into queued_action (server_name, action, headers, not_before) values (?, ?, ?, " + when + ")",
                action.serverName(),
                action.action(),
                action.headersText());
        return Long.parseLong(sql.rows("select last_insert_id() id").get(0).get("id"));
    }

    private static Duration between(ActionRow row, String from, String to) {
        return Duration.between(time(row, from), time(row, to));
    }

    private static LocalDateTime time(ActionRow row, String column) {
        return LocalDateTime.parse(row.columns().get(column).replace(' ', 'T'), DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    }
}
