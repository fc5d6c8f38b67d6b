package org.switchroom.web.api.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.switchroom.ami.AmiServer;
import org.switchroom.endpoint.entity.Endpoint;
import org.switchroom.endpoint.entity.InvalidEndpointException;
import org.switchroom.server.entity.LoginPurpose;
import org.switchroom.server.entity.ServerSettings;

class ServerBodyTest {

    @Test
    void readsSettingsWithTheDefaultsOfTheTable() {
        ServerSettings settings = ServerBody.read("pbx3", """
                {"host": "127.0.0.1", "port": 5038,
                 "logins": {"EVENTS": {"user": "swr-events", "secret": "s"}, "COMMAND_A": {"user": "swr-a"}}}
                """);

        assertEquals("pbx3", settings.name());
        assertEquals(AmiServer.Transport.PLAIN, settings.transport());
        assertTrue(settings.enabled());
        assertEquals(20, settings.maxOriginatesPerSecond());
        assertEquals(300, settings.maxChannels());
        assertEquals("s", settings.logins().get(LoginPurpose.EVENTS).secret());
        assertFalse(settings.logins().get(LoginPurpose.COMMAND_A).hasSecret());
        assertTrue(settings.violations().isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refusesBadBodies(String body, String field) {
        BodyRefusedException refused = assertThrows(BodyRefusedException.class, () -> ServerBody.read("pbx3", body));

        assertEquals(field, refused.field());
    }

    static Stream<Arguments> refusesBadBodies() {
        return Stream.of(
                Arguments.of("{}", "host"),
                Arguments.of("{\"host\":\"h\"}", "port"),
                Arguments.of("{\"host\":\"h\",\"port\":\"5038\"}", "port"),
                Arguments.of("{\"host\":\"h\",\"port\":5038.5}", "port"),
                Arguments.of("{\"host\":\"h\",\"port\":1,\"name\":\"x\"}", "body"),
                Arguments.of("{\"host\":\"h\",\"port\":1,\"transport\":\"tls\"}", "transport"),
                Arguments.of("{\"host\":\"h\",\"port\":1,\"enabled\":\"yes\"}", "enabled"),
                Arguments.of("{\"host\":\"h\",\"port\":1,\"logins\":[]}", "logins"),
                Arguments.of("{\"host\":\"h\",\"port\":1,\"logins\":{\"ROOT\":{\"user\":\"x\"}}}", "logins"),
                Arguments.of("{\"host\":\"h\",\"port\":1,\"logins\":{\"EVENTS\":{}}}", "logins.EVENTS.user"),
                Arguments.of("{\"host\":\"h\",\"port\":1,\"logins\":{\"EVENTS\":\"x\"}}", "logins.EVENTS"),
                Arguments.of(
                        "{\"host\":\"h\",\"port\":1,\"logins\":{\"EVENTS\":{\"user\":\"x\",\"user\":\"y\"}}}",
                        "logins.EVENTS"),
                Arguments.of(
                        "{\"host\":\"h\",\"port\":1,\"logins\":{\"EVENTS\":{\"user\":\"x\",\"sealed_secret\":\"y\"}}}",
                        "logins.EVENTS"));
    }

    @Test
    void readsTrunksAndPhones() {
        Endpoint trunk = EndpointBody.read(
                "pbx1",
                "carrier",
                "{\"technology\":\"PJSIP\",\"kind\":\"TRUNK\",\"digits_pattern\":\"[0-9]{3,15}\","
                        + "\"max_originates_per_second\":5,\"enabled\":false}");
        Endpoint phone = EndpointBody.read("pbx1", "alice", "{\"technology\":\"PJSIP\",\"kind\":\"PHONE\"}");

        assertEquals("[0-9]{3,15}", trunk.digitsPattern().orElseThrow());
        assertEquals(5, trunk.maxOriginatesPerSecond().getAsInt());
        assertFalse(trunk.enabled());
        assertTrue(phone.enabled());
    }

    @Test
    void refusesDigitsOfAPhoneAndContextsOfOurOwn() {
        assertThrows(
                InvalidEndpointException.class,
                () -> EndpointBody.read(
                        "pbx1", "a", "{\"technology\":\"PJSIP\",\"kind\":\"PHONE\",\"digits_pattern\":\"1\"}"));
        assertThrows(
                InvalidEndpointException.class,
                () -> EndpointBody.readContext("pbx1", "swr-x", "{\"exten_pattern\":\"s\"}"));
    }
}
