package org.switchroom.web.api.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.switchroom.queue.entity.ActionRequest;

class ActionBodyTest {
    private static final String START = "\"server_name\":\"pbx1\",\"action\":\"Originate\"";
    private static final String WHOLE = START + ",\"headers\":{}";

    @Test
    void readsAllFields() throws IOException {
        ActionRequest request = read("""
                {"server_name": "pbx1", "action": "Hangup", "headers": {"Channel": "PJSIP/a-1"}, "priority": 3,
                 "not_before": "2026-11-01T12:00:00Z", "expires_at": "2026-11-01T12:00:30.123456Z"}
                """, List.of("key-1"));

        assertEquals(
                new ActionRequest(
                        "pbx1",
                        "Hangup",
                        "{\"Channel\": \"PJSIP/a-1\"}",
                        3,
                        Instant.parse("2026-11-01T12:00:00Z"),
                        Instant.parse("2026-11-01T12:00:30.123Z"),
                        "key-1"),
                request);
    }

    @Test
    void leavesOutWhatIsNullOrNotGiven() throws IOException {
        ActionRequest request = read("{" + WHOLE + ",\"priority\":null,\"not_before\":null}", List.of());

        assertNull(request.priority());
        assertNull(request.notBefore());
        assertNull(request.expiresAt());
        assertNull(request.idempotencyKey());
    }

    @Test
    void passesHeadersOnAsTheTextThatTheyWere() throws IOException {
        String headers =
                "{ \"Exten\" :\"s\", \"exten\":\"\\u0041}\",\n\"Variable\":[\"X_A=1\" , \"{\"],\"Priority\":1.0 }";

        assertEquals(
                headers,
                read("{" + START + ",\"headers\":" + headers + "}", List.of()).headers());
    }

    @Test
    void cutsHeadersRightBehindLongTextsAndWideCharacters() throws IOException {
        String wide = "\\n\uD83D\uDCDE".repeat(9_000);
        String headers = "{\"CallerID\":\"%s\",\"Exten\":\"s\"}".formatted("x".repeat(20_000));
        String body = "{\"action\":\"%s\",\"headers\":%s,\"server_name\":\"pbx1\"}".formatted(wide, headers);

        assertEquals(headers, read(body, List.of()).headers());
    }

    @Test
    void takesTheKeyFromHeaderFieldOrBothAlike() throws IOException {
        String withKey = "{" + WHOLE + ",\"idempotency_key\":\"k\"}";

        assertEquals("k", read("{" + WHOLE + "}", List.of("k")).idempotencyKey());
        assertEquals("k", read(withKey, List.of()).idempotencyKey());
        assertEquals("k", read(withKey, List.of("k")).idempotencyKey());
    }

    @ParameterizedTest
    @MethodSource
    void refusesKeys(List<String> keys) {
        BodyRefusedException refused =
                assertThrows(BodyRefusedException.class, () -> read("{" + WHOLE + ",\"idempotency_key\":null}", keys));

        assertEquals("Idempotency-Key", refused.field());
    }

    static Stream<List<String>> refusesKeys() {
        return Stream.of(
                List.of("a", "b"),
                List.of(""),
                List.of("a b"),
                List.of("\u00e9"),
                List.of("x".repeat(129)),
                List.of("a\tb"));
    }

    @Test
    void refusesAFieldThatDiffersFromTheHeader() {
        assertThrows(BodyRefusedException.class, () -> read("{" + WHOLE + ",\"idempotency_key\":\"a\"}", List.of("b")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusesBadBodies(String what, String body, String field) {
        BodyRefusedException refused = assertThrows(BodyRefusedException.class, () -> read(body, List.of()));

        assertEquals(field, refused.field());
        assertTrue(refused.getMessage().chars().allMatch(c -> c >= 0x20 && c < 0x7f || Character.isLetter(c)));
    }

    static Stream<Arguments> refusesBadBodies() {
        return Stream.of(wholes(), names(), types(), numbers(), times()).flatMap(each -> each);
    }

    private static Stream<Arguments> wholes() {
        String deep = "[".repeat(9) + "]".repeat(9);
        String abyss = "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000);
        return Stream.of(
                bad("nothing", "", "body"),
                bad("blank", " \n", "body"),
                bad("null", "null", "body"),
                bad("array", "[]", "body"),
                bad("string", "\"x\"", "body"),
                bad("number", "1", "body"),
                bad("two objects", "{" + WHOLE + "}{}", "body"),
                bad("trailing word", "{" + WHOLE + "} x", "body"),
                bad("trailing NUL", "{" + WHOLE + "}\0", "body"),
                bad("not closed", "{" + WHOLE, "body"),
                bad("comma at end", "{" + WHOLE + ",}", "body"),
                bad("comment", "{/* x */" + WHOLE + "}", "body"),
                bad("single quotes", "{'server_name':'pbx1'}", "body"),
                bad("names without quotes", "{server_name:\"pbx1\"}", "body"),
                bad("line feed in a string", "{\"server_name\":\"pbx\n1\",\"action\":\"Ping\",\"headers\":{}}", "body"),
                bad("NUL in a string", "{\"server_name\":\"pbx\0\",\"action\":\"Ping\",\"headers\":{}}", "body"),
                bad("bad escape", "{\"server_name\":\"\\x41\",\"action\":\"Ping\",\"headers\":{}}", "body"),
                bad("short unicode escape", "{\"server_name\":\"\\u00\",\"action\":\"Ping\",\"headers\":{}}", "body"),
                bad("byte order mark", "\uFEFF{" + WHOLE + "}", "body"),
                bad("form", "server_name=pbx1&action=Ping", "body"),
                bad("deep array in headers", "{" + START + ",\"headers\":{\"Variable\":" + deep + "}}", "body"),
                bad("abyss in headers", "{" + START + ",\"headers\":" + abyss + "}", "body"),
                bad("abyss alone", abyss, "body"),
                bad("too large", "{" + WHOLE + "}" + " ".repeat(BodyText.MAX_BYTES), "body"));
    }

    private static Stream<Arguments> names() {
        String many = String.join(
                ",", IntStream.range(0, 70).mapToObj(i -> "\"f" + i + "\":1").toList());
        return Stream.of(
                bad("unknown field", "{" + WHOLE + ",\"status\":\"SUCCEEDED\"}", "body"),
                bad("unknown field that is null", "{" + WHOLE + ",\"internal\":null}", "body"),
                bad("column of ours alone", "{" + WHOLE + ",\"submitted_by\":\"admin\"}", "body"),
                bad("upper case", "{\"Server_Name\":\"pbx1\",\"action\":\"Ping\",\"headers\":{}}", "body"),
                bad("empty name", "{" + WHOLE + ",\"\":1}", "body"),
                bad("prototype", "{" + WHOLE + ",\"__proto__\":{}}", "body"),
                bad("field twice", "{" + WHOLE + ",\"action\":\"Hangup\"}", "body"),
                bad("field twice by escape", "{" + WHOLE + ",\"acti\\u006fn\":\"Hangup\"}", "body"),
                bad("headers twice", "{" + WHOLE + ",\"headers\":{}}", "body"),
                bad("too many fields", "{" + many + "}", "body"),
                bad("server missing", "{\"action\":\"Ping\",\"headers\":{}}", "server_name"),
                bad("action missing", "{\"server_name\":\"pbx1\",\"headers\":{}}", "action"),
                bad("headers missing", "{" + START + "}", "headers"),
                bad("headers null", "{" + START + ",\"headers\":null}", "headers"));
    }

    private static Stream<Arguments> types() {
        return Stream.of(
                bad("server is a number", "{\"server_name\":1,\"action\":\"Ping\",\"headers\":{}}", "server_name"),
                bad(
                        "server is an array",
                        "{\"server_name\":[\"pbx1\"],\"action\":\"Ping\",\"headers\":{}}",
                        "server_name"),
                bad("action is an object", "{\"server_name\":\"pbx1\",\"action\":{},\"headers\":{}}", "action"),
                bad("action is true", "{\"server_name\":\"pbx1\",\"action\":true,\"headers\":{}}", "action"),
                bad("headers is a string", "{" + START + ",\"headers\":\"{}\"}", "headers"),
                bad("headers is an array", "{" + START + ",\"headers\":[]}", "headers"),
                bad("priority is a string", "{" + WHOLE + ",\"priority\":\"1\"}", "priority"),
                bad("priority is false", "{" + WHOLE + ",\"priority\":false}", "priority"),
                bad("time is a number", "{" + WHOLE + ",\"not_before\":1793534400}", "not_before"),
                bad("key is a number", "{" + WHOLE + ",\"idempotency_key\":1}", "idempotency_key"));
    }

    private static Stream<Arguments> numbers() {
        return Stream.of("1e999", "1e999999999", "1E0", "1.0", "0.5", "-0.0", "9".repeat(10), "9".repeat(100_000))
                .map(number ->
                        bad("priority " + shown(number), "{" + WHOLE + ",\"priority\":" + number + "}", "priority"));
    }

    private static Stream<Arguments> times() {
        return Stream.of(
                        "",
                        "now",
                        "2026-11-01",
                        "2026-11-01T12:00:00",
                        "2026-11-01T12:00:00+01:00",
                        "+1000000000-01-01T00:00:00Z")
                .map(time -> bad("time " + time, "{" + WHOLE + ",\"expires_at\":\"" + time + "\"}", "expires_at"));
    }

    private static String shown(String text) {
        return text.length() > 20 ? text.length() + " digits" : text;
    }

    private static Arguments bad(String what, String body, String field) {
        return Arguments.of(what, body, field);
    }

    @ParameterizedTest
    @MethodSource
    void refusesBytesThatAreNotUtf8(byte[] bytes) {
        BodyRefusedException refused =
                assertThrows(BodyRefusedException.class, () -> BodyText.read(new ByteArrayInputStream(bytes)));

        assertEquals("body", refused.field());
    }

    static Stream<byte[]> refusesBytesThatAreNotUtf8() {
        return Stream.of(
                new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', '}'},
                new byte[] {'{', '"', (byte) 0xE9, '"', '}'},
                new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'},
                new byte[] {'{', '"', (byte) 0xF0, (byte) 0x9F},
                "{}".getBytes(StandardCharsets.UTF_16),
                new byte[] {(byte) 0xFF, (byte) 0xFE, '{', 0});
    }

    private static ActionRequest read(String body, List<String> keys) throws IOException {
        return ActionBody.read(BodyText.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))), keys);
    }
}
