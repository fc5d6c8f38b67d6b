package org.switchroom.web.api.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTimeTest {

    @Test
    void cutsToMilliseconds() {
        assertEquals(
                Instant.parse("2026-02-28T23:59:59.999Z"),
                ApiTime.parse("2026-02-28T23:59:59.999999999Z").orElseThrow());
    }

    @Test
    void spellsMillisecondsAlways() {
        assertEquals("2026-11-01T12:00:00.000Z", ApiTime.format(Instant.parse("2026-11-01T12:00:00Z")));
        assertEquals("2026-11-01T12:00:00.007Z", ApiTime.format(Instant.parse("2026-11-01T12:00:00.007999Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T12:00:00Z",
                "2026-13-01T12:00:00Z",
                "2026-11-01T24:00:00Z",
                "2026-11-01T12:60:00Z",
                "2026-12-31T23:59:60Z",
                "2026-11-01t12:00:00z",
                "2026-11-01 12:00:00Z",
                "2026-11-01T12:00Z",
                "2026-11-01T12:00:00.Z",
                "2026-11-01T12:00:00.1234567890Z",
                "2026-11-01T12:00:00+00:00",
                "2026-11-01T12:00:00-05:00",
                "0000-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "3000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999Z",
                "-2026-11-01T12:00:00Z",
                "\u0662\u0660\u0662\u0666-11-01T12:00:00Z",
                " 2026-11-01T12:00:00Z",
                "2026-11-01T12:00:00Z\n"
            })
    void refusesWhatIsNoTimeInUtc(String text) {
        assertTrue(ApiTime.parse(text).isEmpty());
    }
}
