package org.switchroom.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One row becomes a real call, and the row tells what happened; by SQL and by REST. */
@Order(10)
@ExtendWith(LeavesNothingBehind.class)
class MainJobIT {
    private static final RestClient REST = RestClient.client();
    private static final int[] DIGITS = {0, 1, 4, 5, 6, 7, 8};
    private static final Map<Integer, Long> BY_SQL = new HashMap<>();
    private static final Map<Integer, Long> BY_REST = new HashMap<>();
    private static SqlClient sql;

    @BeforeAll
    static void dialsAllAtOnce() throws SQLException {
        sql = SqlClient.foreign();
        for (int digit : DIGITS) {
            BY_SQL.put(digit, sql.insert(NewAction.callTo("1555765432" + digit)));
            BY_REST.put(digit, REST.submit(NewAction.callTo("1555765433" + digit)));
        }
        for (Map<Integer, Long> ids : List.of(BY_SQL, BY_REST)) {
            Waiting.untilUp(sql, ids.get(0));
            hangUp(ids.get(0));
        }
    }

    @AfterAll
    static void closesConnection() throws SQLException {
        sql.close();
    }

    @ParameterizedTest(name = "digit {0}: {1}")
    @CsvSource({
        "0, SUCCEEDED HUNGUP 16",
        "1, SUCCEEDED HUNGUP 16",
        "4, FAILED HUNGUP 19",
        "5, FAILED HUNGUP 17",
        "6, FAILED HUNGUP 34",
        "7, FAILED HUNGUP 1",
        "8, SUCCEEDED HUNGUP 16"
    })
    void tellsOnTheRowHowTheCalledPartyBehaved(int digit, String outcome) {
        for (long id : List.of(BY_SQL.get(digit), BY_REST.get(digit))) {
            ActionRow row = Waiting.untilOver(sql, id);

            assertEquals(outcome, row.outcome(), row::toString);
            assertEquals(
                    List.of("null->NEW", "NEW->CLAIMED", "CLAIMED->SENT", "SENT->" + outcome.split(" ")[0]),
                    sql.story(id));
            assertTrue(Lab.hasRecordOf("pbx1", row.uniqueid()), "pbx1 knows the call " + row.uniqueid());
        }
    }

    @Test
    void showsTheSameRowByRest() {
        long id = BY_SQL.get(5);
        ActionRow bySql = Waiting.untilOver(sql, id);

        ActionRow byRest = REST.action(id);

        assertEquals(bySql.outcome(), byRest.outcome());
        assertEquals(bySql.uniqueid(), byRest.uniqueid());
        assertEquals(4, REST.transitions(id).size());
        assertEquals("api", Waiting.untilFinal(sql, BY_REST.get(5)).columns().get("submitted_by"));
    }

    @Test
    void answersAPostWithTheRowAndItsPlace() {
        RestClient.Answer answer =
                REST.post("/api/v1/actions", NewAction.of("Ping").json());

        assertEquals(201, answer.status(), answer::toString);
        long id = answer.json().getJsonNumber("id").longValue();
        assertTrue(answer.header("Location").endsWith("/api/v1/actions/" + id), answer.header("Location"));
        assertEquals(200, REST.get("/api/v1/actions/" + id).status());
        assertEquals("SUCCEEDED", Waiting.untilFinal(sql, id).status());
    }

    @Test
    void makesOneRowOfAnIdempotencyKeyUsedTwice() {
        String key = UUID.randomUUID().toString();
        String body = NewAction.of("Ping").json();

        RestClient.Answer first = REST.post("/api/v1/actions", body, "Idempotency-Key", key);
        RestClient.Answer second = REST.post("/api/v1/actions", body, "Idempotency-Key", key);

        assertEquals(201, first.status(), first::toString);
        assertEquals(200, second.status(), second::toString);
        assertEquals(first.json().get("id"), second.json().get("id"));
        assertEquals(
                "1",
                sql.rows("select count(*) n from action_all where idempotency_key = ?", key)
                        .get(0)
                        .get("n"));
        Waiting.untilFinal(sql, first.json().getJsonNumber("id").longValue());
    }

    @Test
    void neverSendsAnActionToAnotherServer() throws SQLException {
        long one = sql.insert(NewAction.callTo("15557654340").on("pbx1"));
        long two = sql.insert(NewAction.callTo("15557654350").on("pbx2"));

        ActionRow onOne = Waiting.untilUp(sql, one);
        ActionRow onTwo = Waiting.untilUp(sql, two);

        assertNotEquals(onOne.uniqueid(), onTwo.uniqueid());
        assertTrue(Lab.uniqueids("pbx1").contains(onOne.uniqueid()), "pbx1 has its call");
        assertTrue(Lab.uniqueids("pbx2").contains(onTwo.uniqueid()), "pbx2 has its call");
        assertFalse(Lab.hasRecordOf("pbx1", onTwo.uniqueid()), "pbx1 never heard of the other's call");
        assertFalse(Lab.hasRecordOf("pbx2", onOne.uniqueid()), "pbx2 never heard of the other's call");
        hangUp(one);
        hangUp(two);
    }

    private static void hangUp(long id) throws SQLException {
        ActionRow row = sql.action(id);
        long hangup =
                sql.insert(NewAction.hangup(row.channel()).on(row.columns().get("server_name")));
        assertEquals("SUCCEEDED", Waiting.untilFinal(sql, hangup).status());
        Waiting.untilOver(sql, id);
    }
}
