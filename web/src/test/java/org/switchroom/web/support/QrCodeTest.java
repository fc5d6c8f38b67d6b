package org.switchroom.web.support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QrCodeTest {
    /** The example of the standard (HELLO WORLD, 1-M) as tutorials show it. */
    @Test
    void correctsAsTheStandardDoes() {
        byte[] data = bytes(32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17);

        assertArrayEquals(bytes(196, 35, 39, 119, 235, 215, 231, 226, 93, 23), QrCodewords.correction(data, 10));
    }

    @ParameterizedTest
    @CsvSource({"14, 1", "15, 2", "62, 4", "106, 6", "107, 7", "180, 9"})
    void takesTheSmallestPictureThatHoldsIt(int length, int version) {
        assertEquals(17 + 4 * version + 8, QrCode.of("x".repeat(length)).getSize());
    }

    @Test
    void refusesWhatIsTooLong() {
        String tooLong = "x".repeat(181);

        assertThrows(IllegalArgumentException.class, () -> QrCode.of(tooLong));
    }

    @Test
    void hasItsMarksWhereReadersLookForThem() {
        QrCode code = QrCode.of("x".repeat(120));
        int size = code.getSize() - 8;

        for (int[] corner : new int[][] {{0, 0}, {size - 7, 0}, {0, size - 7}}) {
            for (int i = 0; i < 7; i++) {
                assertTrue(code.isDark(corner[0] + i, corner[1]));
                assertTrue(code.isDark(corner[0], corner[1] + i));
            }
            assertTrue(code.isDark(corner[0] + 3, corner[1] + 3));
        }
        for (int i = 8; i < size - 8; i++) {
            assertEquals(i % 2 == 0, code.isDark(i, 6), "timing " + i);
        }
    }

    /** Pictures that a foreign reader (zbar) has read: none may come out otherwise. */
    @ParameterizedTest
    @CsvSource({
        "14, 1364287284",
        "40, 3766748690",
        "80, 2690922220",
        "106, 1456186244",
        "122, 3086131453",
        "152, 169140150",
        "180, 4287990936"
    })
    void drawsWhatAForeignReaderHasRead(int length, long checksum) {
        CRC32 crc = new CRC32();

        crc.update(QrCode.of(content(length)).getPath().getBytes(StandardCharsets.US_ASCII));

        assertEquals(checksum, crc.getValue());
    }

    private static String content(int length) {
        return ("otpauth://totp/Switchroom:anna?secret=" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".repeat(5))
                .substring(0, length);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
