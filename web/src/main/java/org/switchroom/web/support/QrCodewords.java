package org.switchroom.web.support;

import java.util.Arrays;

/** The codewords of a QR code (ISO/IEC 18004): bytes with error correction of level M, for the versions 1 to 9. */
final class QrCodewords {
    private static final int[] TOTAL = {0, 26, 44, 70, 100, 134, 172, 196, 242, 292};
    private static final int[] CORRECTION = {0, 10, 16, 26, 18, 24, 16, 18, 22, 22};
    private static final int[] BLOCKS = {0, 1, 1, 1, 2, 2, 4, 4, 4, 5};
    private static final int MOST_VERSION = 9;

    private static final int BYTE_MODE = 0b0100;
    private static final int[] PADDING = {0xec, 0x11};

    /** Of the field with 256 elements that the correction computes in. */
    private static final int FIELD = 0x11d;

    private final int version;
    private final byte[] data;

    /** @throws IllegalArgumentException if there are more than 180 bytes */
    QrCodewords(byte[] content) {
        version = smallest(content.length);
        data = framed(content, dataLength(version));
    }

    int version() {
        return version;
    }

    private static int smallest(int length) {
        for (int candidate = 1; candidate <= MOST_VERSION; candidate++) {
            if (length + 2 <= dataLength(candidate)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("too long for a QR code of this kind");
    }

    private static int dataLength(int version) {
        return TOTAL[version] - CORRECTION[version] * BLOCKS[version];
    }

    /** Four bits of mode, eight of length, the bytes, and padding: all moved by half a byte. */
    private static byte[] framed(byte[] content, int length) {
        byte[] framed = new byte[length];
        framed[0] = (byte) (BYTE_MODE << 4 | content.length >> 4);
        int half = content.length & 0xf;
        for (int i = 0; i < content.length; i++) {
            framed[i + 1] = (byte) (half << 4 | (content[i] & 0xff) >> 4);
            half = content[i] & 0xf;
        }
        framed[content.length + 1] = (byte) (half << 4);
        for (int i = content.length + 2; i < length; i++) {
            framed[i] = (byte) PADDING[(i - content.length) % 2];
        }
        return framed;
    }

    /** Data and correction of all blocks, one codeword of each in turn. */
    byte[] interleaved() {
        int blocks = BLOCKS[version];
        int shorter = TOTAL[version] / blocks - CORRECTION[version];
        int firstLonger = blocks - TOTAL[version] % blocks;
        byte[][] parts = new byte[blocks][];
        byte[][] corrections = new byte[blocks][];
        for (int block = 0, from = 0; block < blocks; block++) {
            int length = shorter + (block < firstLonger ? 0 : 1);
            parts[block] = Arrays.copyOfRange(data, from, from + length);
            corrections[block] = correction(parts[block], CORRECTION[version]);
            from += length;
        }
        byte[] all = new byte[TOTAL[version]];
        int next = woven(parts, all, 0);
        woven(corrections, all, next);
        return all;
    }

    private static int woven(byte[][] parts, byte[] into, int from) {
        int next = from;
        int longest = parts[parts.length - 1].length;
        for (int i = 0; i < longest; i++) {
            for (byte[] part : parts) {
                if (i < part.length) {
                    into[next++] = part[i];
                }
            }
        }
        return next;
    }

    /** The remainder of a Reed-Solomon code of this length. */
    static byte[] correction(byte[] data, int length) {
        int[] divisor = divisor(length);
        int[] rest = new int[length];
        for (byte each : data) {
            int factor = each & 0xff ^ rest[0];
            System.arraycopy(rest, 1, rest, 0, length - 1);
            rest[length - 1] = 0;
            for (int i = 0; i < length; i++) {
                rest[i] ^= product(divisor[i], factor);
            }
        }
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) rest[i];
        }
        return bytes;
    }

    /** The polynomial with the first powers of 2 as its roots, without its highest coefficient. */
    private static int[] divisor(int length) {
        int[] divisor = new int[length];
        divisor[length - 1] = 1;
        int root = 1;
        for (int i = 0; i < length; i++) {
            for (int j = 0; j < length; j++) {
                divisor[j] = product(divisor[j], root) ^ (j + 1 < length ? divisor[j + 1] : 0);
            }
            root = product(root, 2);
        }
        return divisor;
    }

    private static int product(int a, int b) {
        int product = 0;
        for (int bit = 7; bit >= 0; bit--) {
            product = product << 1 ^ (product >> 7) * FIELD;
            product ^= (b >> bit & 1) * a;
        }
        return product;
    }
}
