package org.switchroom.user.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchroom.user.entity.Violation;

class PasswordRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "zw\u00f6lf Zeichen", "\uD83D\uDE00 four score and 7", "aB3$aB3$aB3$x"})
    void takesWhatIsLongAndNotKnown(String password) {
        assertEquals(List.of(), PasswordRules.violations("anna", password));
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars, at least 12 characters",
        "i am Anna, at least 12 characters",
        "i am Anna Smith, not with the name in it",
        "Password1234, not one that is tried first",
        "abababababab, not one that is tried first"
    })
    void refusesWhatIsGuessed(String password, String why) {
        assertEquals(List.of(new Violation("password", why)), PasswordRules.violations("anna", password));
    }

    @Test
    void refusesWhatTheHashWouldCut() {
        assertEquals(
                List.of(new Violation("password", "at most 72 bytes")),
                PasswordRules.violations("anna", "abcdefghij \u00e4".repeat(6)));
    }

    @Test
    void countsCharactersAndNotHowTheyWereTyped() {
        assertEquals("zw\u00f6lf", PasswordRules.normalized("zwo\u0308lf"));
        assertEquals(1, PasswordRules.violations("anna", "zwo\u0308lfzeiche").size());
    }
}
