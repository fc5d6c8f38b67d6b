package org.switchroom.endpoint.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafePatternTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s",
                ".*",
                ".+",
                "[0-9]{3,15}",
                "\\d+",
                "\\+?(1555|9990)[0-9]{2,16}",
                "(?:00|\\+)?49[1-9]\\d{4,12}",
                "[^*#]+",
                "[*#0-9]{1,20}",
                "\\*72",
                "(?:12){3}",
                "1(2(3|4)?)?",
                "^[0-9]+$",
                "[]a]+",
                "a{2,}?"
            })
    void takesWhatAdministratorsWrite(String text) {
        assertEquals(text, SafePattern.parse("digits_pattern", text).text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
                    (a+)+            ! holds a repeat
                    (a*)*b           ! holds a repeat
                    (a|a)*           ! holds a repeat or a choice
                    (a|aa)+$         ! holds a repeat or a choice
                    ((a{1,9}))+      ! holds a repeat
                    (?:x(?:a+))*     ! holds a repeat
                    (a?){50}         ! holds a repeat
                    (a)\\1           ! may not use \\1
                    (?=a)b           ! plain groups
                    (?<x>a)          ! plain groups
                    (?i)a            ! plain groups
                    \\p{L}+          ! may not use \\p
                    \\Qx\\E          ! may not use \\Q
                    a{101}           ! more than 100
                    a{1,999}         ! more than 100
                    a{x}             ! no count
                    ()*              ! empty group
                    (                ! not a regular expression
                    a)               ! not opened
                    [a               ! without an end
                    [a&&[b]]         ! class inside
                    *a               ! not a regular expression
                    [z-a]            ! not a regular expression
                    a\\              ! lone backslash
                    \u0661           ! visible ASCII
                    """)
    void refusesWithTheReason(String text, String reason) {
        InvalidEndpointException refused =
                assertThrows(InvalidEndpointException.class, () -> SafePattern.parse("digits_pattern", text));

        assertTrue(refused.getMessage().startsWith("digits_pattern: "), refused.getMessage());
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    @Test
    void refusesEmptyAndLongPatterns() {
        assertThrows(InvalidEndpointException.class, () -> SafePattern.parse("exten_pattern", ""));
        assertThrows(InvalidEndpointException.class, () -> SafePattern.parse("exten_pattern", null));
        assertThrows(InvalidEndpointException.class, () -> SafePattern.parse("exten_pattern", "1".repeat(201)));
    }

    @Test
    void matchesTheWholeText() {
        SafePattern pattern = SafePattern.parse("digits_pattern", "1555|9990");

        assertTrue(pattern.matches("9990"));
        assertFalse(pattern.matches("15551"));
        assertFalse(pattern.matches("01555"));
        assertFalse(pattern.matches("1555\n"));
    }

    @Test
    void givesUpOnAPatternThatTakesTooManySteps() {
        SafePattern pattern = SafePattern.parse("digits_pattern", "(1|1)".repeat(35) + "x");

        assertTimeout(Duration.ofSeconds(2), () -> assertFalse(pattern.matches("1".repeat(36))));
    }
}
