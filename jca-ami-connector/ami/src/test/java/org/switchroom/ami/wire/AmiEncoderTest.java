package org.switchroom.ami.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiMalformedException;

class AmiEncoderTest {

    private static String encoded(AmiAction action, String actionId) {
        return new String(AmiEncoder.encode(action, actionId), UTF_8);
    }

    private static void assertRefused(String header, Runnable attempt) {
        assertEquals(
                header, assertThrows(AmiMalformedException.class, attempt::run).header());
    }

    @Test
    void writesHeadersInOrder() {
        AmiAction action = AmiAction.of("Originate").with("Variable", "A=1").with("Variable", "B=ü");

        assertEquals(
                "Action: Originate\r\nActionID: 7\r\nVariable: A=1\r\nVariable: B=ü\r\n\r\n", encoded(action, "7"));
    }

    @Test
    void refusesEveryControlCharacterInValuesAndActionId() {
        for (char c = 0; c <= 0x7f; c++) {
            String value = "a" + c + "b";
            if ((c < 0x20 && c != '\t') || c == 0x7f) {
                assertRefused("X", () -> AmiAction.of("Ping").with("X", value));
                assertRefused("ActionID", () -> AmiEncoder.encode(AmiAction.of("Ping"), value));
                assertRefused("Action", () -> AmiAction.of(value));
            } else {
                assertEquals(
                        "Action: Ping\r\nActionID: 1\r\nX: " + value + "\r\n\r\n",
                        encoded(AmiAction.of("Ping").with("X", value), "1"));
            }
        }
    }

    @Test
    void refusesEverythingInNamesThatIsNoVisibleAsciiOrIsAColon() {
        for (char c = 0; c <= 0x100; c++) {
            String name = "a" + c + "b";
            if (c <= 0x20 || c >= 0x7f || c == ':') {
                assertRefused("", () -> AmiAction.of("Ping").with(name, "1"));
            } else {
                assertEquals(
                        "1",
                        AmiAction.of("Ping").with(name, "1").headers().get(0).value());
            }
        }
    }

    @Test
    void writesNoLineEndWhateverUnicodeIsGiven() {
        for (int c = 0x80; c <= 0xFFFF; c++) {
            byte[] bytes = AmiEncoder.encode(AmiAction.of("Ping").with("X", "a" + (char) c + "b"), "1");
            int feeds = 0;
            for (byte b : bytes) {
                feeds += b == '\n' || b == '\r' || b == 0 ? 1 : 0;
            }
            assertEquals(8, feeds, "U+%04X".formatted(c));
        }
    }

    @Test
    void refusesWhatTheConnectionSetsItself() {
        assertRefused("actionid", () -> AmiEncoder.encode(AmiAction.of("Ping").with("actionid", "1"), "2"));
        assertRefused("ACTION", () -> AmiEncoder.encode(AmiAction.of("Ping").with("ACTION", "Command"), "2"));
    }

    @Test
    void countsTheActionIdAmongHeadersAndLines() {
        AmiAction full = AmiAction.of("Ping");
        for (int i = 0; i < AmiAction.MAX_HEADERS - 1; i++) {
            full = full.with("Variable", "X_" + i);
        }
        AmiAction fits = full;
        assertEquals(AmiAction.MAX_HEADERS + 2, encoded(fits, "1").lines().count());

        assertRefused("ActionID", () -> AmiEncoder.encode(fits.with("Variable", "more"), "1"));
        assertRefused("ActionID", () -> AmiEncoder.encode(AmiAction.of("Ping"), "x".repeat(AmiAction.MAX_LINE_BYTES)));
        assertRefused("ActionID", () -> AmiEncoder.encode(AmiAction.of("Ping"), null));
    }
}
