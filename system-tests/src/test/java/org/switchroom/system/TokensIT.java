package org.switchroom.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens of programs: what one is for, it can do, and nothing else. */
@Order(42)
@ExtendWith(LeavesNothingBehind.class)
class TokensIT {
    private static final RestClient ADMINISTRATOR = Administrator.rest();
    private static final Duration KNOWN_FOR = Duration.ofSeconds(5);

    private final List<Integer> made = new ArrayList<>();

    @AfterEach
    void revokesThem() {
        made.forEach(id -> ADMINISTRATOR.delete("/api/v1/tokens/" + id));
    }

    @Test
    void aTokenForOneAreaReachesNoOther() {
        RestClient program = make("\"user\":\"admin\",\"may_write\":true,\"areas\":[\"servers\"]");

        assertEquals(200, program.get("/api/v1/servers").status());
        assertRefused("token-area", program.get("/api/v1/users"));
        assertRefused("token-area", program.get("/api/v1/actions"));
        assertRefused("token-area", program.get("/api/v1/tokens"));
    }

    @Test
    void aTokenThatReadsChangesNothing() {
        RestClient program = make("\"user\":\"admin\"");

        assertEquals(200, program.get("/api/v1/users").status());
        assertRefused("token-read-only", program.post("/api/v1/users", "{}"));
        assertRefused("token-read-only", program.delete("/api/v1/servers/pbx1"));
        assertRefused("token-read-only", program.post("/api/v1/tokens", body("\"user\":\"admin\"")));
    }

    @Test
    void aTokenMakesNoneThatMayMoreThanItself() {
        RestClient program = make("\"user\":\"admin\",\"may_write\":true,\"areas\":[\"tokens\"]");

        assertRefused("token-scope", program.post("/api/v1/tokens", body("\"user\":\"admin\",\"may_write\":true")));
    }

    @Test
    void isNoMoreThanItsOwner() {
        RestClient program = make("\"user\":\"agent\",\"may_write\":true");

        assertRefused("role-missing", program.get("/api/v1/users"));
    }

    @Test
    void endsWhenItIsRevoked() {
        RestClient program = make("\"user\":\"admin\"");
        assertEquals(200, program.get("/api/v1/users").status());

        assertEquals(204, ADMINISTRATOR.delete("/api/v1/tokens/" + made.get(0)).status());

        await().atMost(KNOWN_FOR).until(() -> program.get("/api/v1/users").status() == 401);
    }

    @Test
    void itsSecretIsToldOnce() {
        RestClient.Answer answer = ADMINISTRATOR.post("/api/v1/tokens", body("\"user\":\"api\""));
        JsonObject issued = answer.json();
        made.add(issued.getInt("id"));

        String again =
                ADMINISTRATOR.get("/api/v1/tokens/" + issued.getInt("id")).toString();

        assertEquals("no-store", answer.header("Cache-Control"));
        assertTrue(issued.getString("token").startsWith("swr_"));
        assertFalse(again.contains(issued.getString("token")));
    }

    @Test
    void refusesWhatCantBe() {
        String past = Instant.EPOCH.toString();

        assertEquals(
                404,
                ADMINISTRATOR
                        .post("/api/v1/tokens", body("\"user\":\"nobody\""))
                        .status());
        assertEquals(
                422,
                ADMINISTRATOR
                        .post("/api/v1/tokens", body("\"user\":\"api\",\"expires_at\":\"" + past + "\""))
                        .status());
        assertEquals(
                400,
                ADMINISTRATOR
                        .post("/api/v1/tokens", body("\"user\":\"api\",\"areas\":[\"all\"]"))
                        .status());
        assertEquals(404, ADMINISTRATOR.delete("/api/v1/tokens/999999").status());
    }

    private RestClient make(String fields) {
        RestClient.Answer answer = ADMINISTRATOR.post("/api/v1/tokens", body(fields));
        assertEquals(201, answer.status(), answer::toString);
        made.add(answer.json().getInt("id"));
        return new RestClient(answer.json().getString("token"));
    }

    private static String body(String fields) {
        return "{\"label\":\"system tests\"," + fields + "}";
    }

    private static void assertRefused(String problem, RestClient.Answer answer) {
        assertEquals(403, answer.status(), answer::toString);
        assertEquals("urn:switchroom:problem:" + problem, answer.json().getString("type"));
    }
}
