package org.switchroom.system;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What people have on their telephones: codes of a key that was typed in, computed without the product's own code. */
final class Authenticator {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final long STEP_MILLIS = 30_000;

    private final byte[] key;

    /** @param typed in Base32, blanks between as the page shows it */
    Authenticator(String typed) {
        String letters = typed.replaceAll("\\s", "");
        StringBuilder bits = new StringBuilder();
        letters.chars()
                .map(LETTERS::indexOf)
                .forEach(value -> bits.append(
                        String.format("%5s", Integer.toBinaryString(value)).replace(' ', '0')));
        key = new byte[bits.length() / Byte.SIZE];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) Integer.parseInt(bits.substring(i * Byte.SIZE, (i + 1) * Byte.SIZE), 2);
        }
    }

    String code() {
        return code(Clock.systemUTC().millis() / STEP_MILLIS);
    }

    /** The one that it will show next. */
    String nextCode() {
        return code(Clock.systemUTC().millis() / STEP_MILLIS + 1);
    }

    private String code(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int from = hash[hash.length - 1] & 0xf;
            return String.format("%06d", (ByteBuffer.wrap(hash).getInt(from) & Integer.MAX_VALUE) % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
