package org.switchroom.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Requests whose shape is wrong: each is answered with what is wrong. */
@Order(21)
class BadBodiesIT {
    private static final RestClient REST = RestClient.client();
    private static final String PING = "'server_name':'pbx1','action':'Ping','headers':{}";

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "bad-bodies.txt", delimiter = '|', quoteCharacter = '~')
    void namesWhatIsWrongWithABody(String name, String body, String field) {
        String json = (body == null ? "" : body).replace("@", PING).replace('\'', '"');

        RestClient.Answer answer = REST.post("/api/v1/actions", json);

        assertProblem(400, 422, answer);
        if (field != null) {
            assertTrue(
                    answer.json().getString("field", "").equals(field)
                            || answer.json().getString("detail", "").contains("'" + field + "'"),
                    answer::toString);
        }
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        byte[] head = "{\"server_name\":\"pbx1\",\"action\":\"Ping\",\"headers\":{\"X\":\"".getBytes();
        byte[] body = java.util.Arrays.copyOf(head, head.length + 5);
        body[head.length] = (byte) 0xC0;
        body[head.length + 1] = (byte) 0x80;
        body[head.length + 2] = '"';
        body[head.length + 3] = '}';
        body[head.length + 4] = '}';

        assertProblem(400, 422, REST.postBytes("/api/v1/actions", body));
    }

    @Test
    void refusesABodyThatIsTooLong() {
        String body = NewAction.of("Ping").with("X", "x".repeat(3_000_000)).json();

        RestClient.Answer answer = REST.post("/api/v1/actions", body);

        assertTrue(answer.status() >= 400 && answer.status() < 500, () -> "" + answer.status());
    }

    /** Before anybody has signed in: the server would keep the fields of a form in memory. */
    @Test
    void takesNoLargeFormAndNoneOfUnknownLength() throws Exception {
        assertEquals(413, form(BodyPublishers.ofString("j_username=" + "x".repeat(20_000_000))));
        assertEquals(411, form(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[100]))));
    }

    private static int form(BodyPublisher body) throws Exception {
        HttpRequest post = HttpRequest.newBuilder(Instance.running().url("/j_security_check"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(body)
                .build();
        return HttpClient.newHttpClient().send(post, BodyHandlers.discarding()).statusCode();
    }

    @Test
    void asksForAToken() {
        assertProblem(401, 401, new RestClient("").get("/api/v1/actions"));
        assertProblem(401, 401, new RestClient("nobody-has-this").get("/api/v1/actions"));
        assertProblem(401, 401, new RestClient("' or '1'='1").post("/api/v1/actions", "{}"));
    }

    @Test
    void keepsAnApiAccountFromWhatAdministratorsDo() {
        assertProblem(403, 403, REST.put("/api/v1/servers/pbx1", Administrator.settings("pbx1", 5038, true)));
        assertProblem(403, 403, REST.delete("/api/v1/servers/pbx1"));
        assertProblem(403, 403, REST.post("/api/v1/servers/pbx1/test", ""));
    }

    @Test
    void tellsWhatIsNotThere() {
        assertProblem(404, 404, REST.get("/api/v1/actions/999999999999"));
        assertProblem(404, 404, REST.delete("/api/v1/actions/999999999999"));
        assertProblem(404, 404, REST.get("/api/v1/servers/nowhere"));
    }

    /** A list that no campaign calls because of a slip of the pen would wait for ever. */
    @Test
    void takesNoListOfACampaignThatIsNotThere() {
        RestClient.Answer answer = Administrator.rest()
                .post("/api/v1/lead-lists", "{\"name\":\"Slip\",\"campaign_id\":\"NOWHERE\",\"region\":\"US\"}");

        assertProblem(400, 400, answer);
        assertEquals("campaign_id", answer.json().getString("field"), answer::toString);
    }

    @Test
    void neverShowsASecretOrATrace() {
        RestClient.Answer servers = Administrator.rest().get("/api/v1/servers");

        assertEquals(200, servers.status());
        assertFalse(servers.response().body().contains(Lab.value("pbx.pbx1.command.secret")), "a secret is shown");
        assertFalse(REST.get("/api/v1/actions?status=x'").response().body().contains("Exception"), "a trace is shown");
    }

    private static void assertProblem(int least, int most, RestClient.Answer answer) {
        assertTrue(answer.status() >= least && answer.status() <= most, answer::toString);
        assertTrue(answer.header("Content-Type").startsWith("application/problem+json"), answer::toString);
        assertEquals(answer.status(), answer.json().getInt("status"));
        assertFalse(answer.json().getString("title", "").isEmpty(), answer::toString);
    }
}
