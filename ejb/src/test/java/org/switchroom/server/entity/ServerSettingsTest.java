package org.switchroom.server.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchroom.ami.AmiServer;

class ServerSettingsTest {
    private static final Map<LoginPurpose, ServerSettings.Login> LOGINS = Map.of(
            LoginPurpose.EVENTS, new ServerSettings.Login("events", "secret-1"),
            LoginPurpose.COMMAND_A, new ServerSettings.Login("command", "secret-2"));

    @Test
    void findsNothingWrongWithGoodSettings() {
        assertEquals(List.of(), fields(settings("pbx1", "127.0.0.1", 5038, 20, 300, LOGINS)));
        assertEquals(List.of(), fields(settings("pbx-1.lab_2", "0::1", 1, 1000, 100_000, LOGINS)));
    }

    @Test
    void namesEachFieldThatIsWrong() {
        ServerSettings wrong = new ServerSettings(null, "", 0, null, true, 0, 0, Map.of());

        assertEquals(
                List.of(
                        "name",
                        "host",
                        "port",
                        "transport",
                        "max_originates_per_second",
                        "max_channels",
                        "logins.EVENTS",
                        "logins.COMMAND_A"),
                fields(wrong));
    }

    @Test
    void refusesNumbersBeyondTheirLimits() {
        assertEquals(
                List.of("port", "max_originates_per_second", "max_channels"),
                fields(settings("pbx1", "h", 65_536, 1001, 100_001, LOGINS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-pbx", "pbx 1", "pbx/1", "pbx\n1", "pbx'1", "*", "pbx\u00e9"})
    void refusesNamesThatCouldMeanSomethingElse(String name) {
        assertEquals(List.of("name"), fields(settings(name, "h", 5038, 20, 300, LOGINS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "host name", "host/path", "user@host", "host\r\n", "-h"})
    void refusesHostsThatAreNone(String host) {
        assertEquals(List.of("host"), fields(settings("pbx1", host, 5038, 20, 300, LOGINS)));
    }

    @Test
    void refusesUsersAndSecretsThatWouldBeSecondLines() {
        Map<LoginPurpose, ServerSettings.Login> logins = Map.of(
                LoginPurpose.EVENTS, new ServerSettings.Login("events\r\nAction: Command", "secret"),
                LoginPurpose.COMMAND_A, new ServerSettings.Login("command", "secret\nX"));

        assertEquals(
                List.of("logins.COMMAND_A.secret", "logins.EVENTS.user"),
                fields(settings("pbx1", "h", 5038, 20, 300, logins)).stream()
                        .sorted()
                        .toList());
    }

    @Test
    void keepsThePresentSecretWhereNoneIsGiven() {
        assertFalse(new ServerSettings.Login("events", null).hasSecret());
        assertFalse(new ServerSettings.Login("events", "").hasSecret());
    }

    @Test
    void neverPrintsASecret() {
        String printed = settings("pbx1", "h", 5038, 20, 300, LOGINS).toString();

        assertFalse(printed.contains("secret-1"), printed);
        assertFalse(printed.contains("secret-2"), printed);
    }

    private static List<String> fields(ServerSettings settings) {
        return settings.violations().stream()
                .map(ServerSettings.Violation::field)
                .toList();
    }

    private static ServerSettings settings(
            String name,
            String host,
            int port,
            int rate,
            int channels,
            Map<LoginPurpose, ServerSettings.Login> logins) {
        return new ServerSettings(name, host, port, AmiServer.Transport.PLAIN, true, rate, channels, logins);
    }
}
