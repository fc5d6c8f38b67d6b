package org.switchroom.user.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
    private static final String KEY = Base32.encode("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);
    private static final long STEP = Totp.stepOf(NOW);

    private final Totp totp = Totp.of(KEY);

    /** RFC 6238, appendix B: the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void givesTheCodesOfTheStandard(long second, String code) {
        assertEquals(code, totp.code(Totp.stepOf(Instant.ofEpochSecond(second))));
    }

    @Test
    void takesCodesOfAClockThatIsOneStepOff() {
        for (long step = STEP - 1; step <= STEP + 1; step++) {
            assertEquals(Optional.of(step), totp.step(totp.code(step), NOW, 0));
        }
        assertEquals(Optional.empty(), totp.step(totp.code(STEP - 2), NOW, 0));
        assertEquals(Optional.empty(), totp.step(totp.code(STEP + 2), NOW, 0));
    }

    @Test
    void takesNoCodeTwiceAndNoneFromBefore() {
        assertEquals(Optional.empty(), totp.step(totp.code(STEP), NOW, STEP));
        assertEquals(Optional.empty(), totp.step(totp.code(STEP - 1), NOW, STEP));
        assertEquals(Optional.of(STEP + 1), totp.step(totp.code(STEP + 1), NOW, STEP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0818040", "81804", "\u0660\u0668\u0661\u0668\u0660\u0664", "abcdef"})
    void takesNothingElse(String typed) {
        assertEquals(Optional.empty(), totp.step(typed, NOW, 0));
    }

    @Test
    void eachKeyIsAnother() {
        assertEquals(32, Totp.newKey().length());
        assertNotEquals(Totp.newKey(), Totp.newKey());
    }

    @Test
    void itsAddressIsWhatAuthenticatorsRead() {
        assertEquals(
                "otpauth://totp/Switchroom:anna%40example?secret=ABC&issuer=Switchroom",
                Totp.address("anna@example", "ABC"));
    }

    /** RFC 4648, section 10. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base32IsThatOfTheStandard(String text, String letters) {
        assertEquals(letters, Base32.encode(text.getBytes(StandardCharsets.US_ASCII)));
        assertEquals(text, new String(Base32.decode(letters), StandardCharsets.US_ASCII));
    }

    @Test
    void base32KnowsNoOtherLetters() {
        assertThrows(IllegalArgumentException.class, () -> Base32.decode("MZ1W6"));
    }
}
