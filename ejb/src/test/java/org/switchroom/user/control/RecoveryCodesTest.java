package org.switchroom.user.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecoveryCodesTest {
    private final List<String> codes = RecoveryCodes.another();

    @Test
    void areTenOfFourGroups() {
        assertEquals(RecoveryCodes.COUNT, Set.copyOf(codes).size());
        codes.forEach(code -> assertTrue(code.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}"), code));
    }

    @Test
    void areTheSameHoweverTheyAreTyped() {
        String code = codes.get(0);

        assertEquals(
                RecoveryCodes.hash(code),
                RecoveryCodes.hash(code.toUpperCase(Locale.ROOT).replace('-', ' ')));
        assertTrue(RecoveryCodes.isSpelled(code.replace("-", "")));
        assertFalse(RecoveryCodes.isSpelled("123456"));
    }
}
