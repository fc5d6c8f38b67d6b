package org.switchroom.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @Test
    void readsNationalNumbersInTheirRegion() {
        assertEquals(Optional.of(new PhoneNumber("+493012345678")), PhoneNumber.parse("030 / 123 456-78", "DE"));
        assertEquals(Optional.of(new PhoneNumber("+493012345678")), PhoneNumber.parse("+49 (30) 12345678", "US"));
    }

    @Test
    void takesPossibleNumbersThatNobodyHas() {
        assertEquals(Optional.of(new PhoneNumber("+15555550123")), PhoneNumber.parse("555 555 0123", "US"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "12",
                "1-800-FLOWERS",
                "\u0661\u0662\u0663\u0664\u0665\u0666\u0667",
                "+49301234567890123456",
                "030;ext=1"
            })
    void refusesWhatIsNoNumber(String text) {
        assertTrue(PhoneNumber.parse(text, "DE").isEmpty());
    }

    @Test
    void isNeverMadeFromAnythingElse() {
        assertThrows(IllegalArgumentException.class, () -> new PhoneNumber("030123"));
    }
}
