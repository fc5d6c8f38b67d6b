package org.switchroom.queue.catalogue;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.switchroom.queue.catalogue.BadActions.BadAction;

class BadActionsTest {
    private final ActionValidation validation = ExampleHouse.validation();

    static Stream<BadAction> corpus() {
        return BadActions.all();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void refusesNamingFieldAndRule(BadAction bad) {
        Submission submission = Submission.foreign(bad.serverName(), bad.action(), bad.headers());

        ActionRefusedException refused =
                assertThrows(ActionRefusedException.class, () -> validation.validate(submission));

        String reason = refused.getMessage();
        assertAll(
                () -> assertEquals(bad.field(), refused.field(), reason),
                () -> assertTrue(reason.startsWith(bad.field() + ": "), reason),
                () -> assertTrue(reason.contains(bad.fragment()), reason),
                () -> assertTrue(reason.length() <= ActionRefusedException.MAX_MESSAGE, reason),
                () -> assertTrue(reason.codePoints().noneMatch(BadActionsTest::hostile), reason));
    }

    @Test
    void holdsEveryFamily() {
        assertTrue(corpus().count() >= 150);
    }

    private static boolean hostile(int c) {
        return Character.isISOControl(c) || c >= 0x202a && c <= 0x202e || Character.getType(c) == Character.SURROGATE;
    }
}
