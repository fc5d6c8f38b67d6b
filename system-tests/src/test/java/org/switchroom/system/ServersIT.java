package org.switchroom.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Servers come and go while Switchroom runs. pbx2 is switched off meanwhile, because its command users may log in only once. */
@Order(40)
@ExtendWith(LeavesNothingBehind.class)
class ServersIT {
    private static final String THIRD = "pbx2b";
    private static SqlClient sql;

    @BeforeAll
    static void freesTheSecondServer() throws SQLException {
        sql = SqlClient.foreign();
        Administrator.save("pbx2", Administrator.settings("pbx2", Administrator.portOf("pbx2"), false));
        Administrator.untilState("pbx2", "DISABLED");
    }

    @AfterAll
    static void givesItBack() throws SQLException {
        Administrator.rest().delete("/api/v1/servers/" + THIRD);
        Administrator.moveTo("pbx2", Administrator.portOf("pbx2"));
        sql.close();
    }

    @Test
    void letsANewServerTakePartWithinFiveSeconds() throws SQLException {
        Instant begun = Instant.now();
        Administrator.save(THIRD, Administrator.settings("pbx2", Administrator.portOf("pbx2"), true));
        Administrator.allowCarrier(THIRD);
        long id = sql.insert(NewAction.callTo("15557654348").on(THIRD));

        ActionRow row = Waiting.until(sql::action, id, Duration.ofSeconds(10), ActionRow::isFinal);

        assertEquals("SUCCEEDED", row.status(), row::toString);
        Duration took = Duration.between(begun, Instant.now());
        assertTrue(took.toMillis() < 5_000 + 2_000, "added and called within " + took);
        Waiting.untilOver(sql, id);
        assertTrue(Lab.hasRecordOf("pbx2", row.uniqueid()));
        assertTrue(tested(THIRD, "").getBoolean("good"), () -> tested(THIRD, "").toString());
        assertEquals(
                204, Administrator.rest().delete("/api/v1/servers/" + THIRD).status());
    }

    @Test
    void saysThatASecretIsWrong() {
        String settings = Administrator.wrongSettings("pbx2", Administrator.portOf("pbx2"));

        JsonObject test = tested("unsaved", settings);
        Administrator.save("wrong", settings);

        assertFalse(test.getBoolean("good"));
        assertEquals("WRONG_SECRET", problem(test, "EVENTS"), test::toString);
        JsonObject server = Administrator.untilState("wrong", "DOWN");
        assertTrue(server.getString("state_reason").contains("secret"), server::toString);
        assertEquals(204, Administrator.rest().delete("/api/v1/servers/wrong").status());
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        JsonObject test = tested("unsaved", Administrator.settings("pbx2", Administrator.closedPort(), true));

        assertFalse(test.getBoolean("good"));
        assertEquals("REFUSED", problem(test), test::toString);
    }

    @Test
    void testsAServerThatIsConnectedWithoutDisturbingIt() throws SQLException {
        JsonObject test = tested("pbx1", "");

        assertTrue(test.getBoolean("good"), test::toString);
        long id = sql.insert(NewAction.of("Ping"));
        assertEquals("SUCCEEDED", Waiting.untilFinal(sql, id).status());
    }

    @Test
    void refusesSettingsThatCantBe() {
        RestClient.Answer answer =
                Administrator.rest().put("/api/v1/servers/bad", Administrator.settings("pbx2", 70_000, true));

        assertTrue(answer.status() == 422 || answer.status() == 400, answer::toString);
        assertEquals(404, Administrator.rest().get("/api/v1/servers/bad").status());
    }

    private static JsonObject tested(String server, String settings) {
        RestClient.Answer answer = Administrator.rest().post("/api/v1/servers/" + server + "/test", settings);
        assertEquals(200, answer.status(), answer::toString);
        return answer.json();
    }

    private static String problem(JsonObject test) {
        return test.getJsonArray("logins").getJsonObject(0).getString("problem", "none");
    }

    /** A command user that is logged in already is refused before its secret is looked at; the event user may log in several times. */
    private static String problem(JsonObject test, String purpose) {
        return test.getJsonArray("logins").getValuesAs(JsonObject.class).stream()
                .filter(login -> login.getString("purpose").equals(purpose))
                .findFirst()
                .orElseThrow()
                .getString("problem", "none");
    }
}
