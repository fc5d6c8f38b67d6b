package org.switchroom.common.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSealTest {
    private static final String OWNER = "pbx1/EVENTS";
    private final SecretSeal seal = new SecretSeal(new SecretKeySpec(new byte[32], "AES"));

    @ParameterizedTest
    @ValueSource(strings = {"", "s3cret", "p\u00e4ss \uD83D\uDE00 with: colon"})
    void opensWhatItSealed(String secret) {
        assertEquals(secret, seal.open(seal.seal(secret, OWNER), OWNER));
    }

    @Test
    void sealsTheSameSecretDifferentlyEachTime() {
        assertNotEquals(seal.seal("s3cret", OWNER), seal.seal("s3cret", OWNER));
    }

    @Test
    void fitsItsColumn() {
        assertTrue(seal.seal("\u00e9".repeat(256), OWNER).length() <= 1024);
    }

    @Test
    void doesNotOpenASecretThatWasMovedToAnotherOwner() {
        String sealed = seal.seal("s3cret", OWNER);

        assertBroken(sealed, "pbx2/EVENTS");
        assertBroken(sealed, "pbx1/COMMAND_A");
    }

    @Test
    void doesNotOpenASecretOfWhichAnyByteWasChanged() {
        String sealed = seal.seal("s3cret", OWNER);
        byte[] bytes = Base64.getDecoder().decode(sealed.substring(2));

        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertBroken("1:" + Base64.getEncoder().encodeToString(changed), OWNER);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1:", "1:AA==", "1:not base64!", "2:AAAA", "s3cret"})
    void doesNotOpenWhatIsNoSeal(String sealed) {
        assertBroken(sealed, OWNER);
    }

    @Test
    void doesNotOpenWithAnotherKey() {
        byte[] other = new byte[32];
        other[0] = 1;

        String sealed = new SecretSeal(new SecretKeySpec(other, "AES")).seal("s3cret", OWNER);

        assertBroken(sealed, OWNER);
    }

    @Test
    void neverPrintsTheSecret() {
        String sealed = seal.seal("s3cret", OWNER);
        SecretSealBrokenException problem =
                assertThrows(SecretSealBrokenException.class, () -> seal.open(sealed, "pbx2/EVENTS"));

        assertFalse(seal.toString().contains("s3cret"));
        assertFalse(sealed.contains("s3cret"));
        assertFalse(String.valueOf(problem.getMessage()).contains("s3cret"));
        assertTrue(problem.getMessage().contains("pbx2/EVENTS"));
    }

    private void assertBroken(String sealed, String owner) {
        assertThrows(SecretSealBrokenException.class, () -> seal.open(sealed, owner), sealed);
    }
}
