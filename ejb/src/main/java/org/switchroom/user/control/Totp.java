package org.switchroom.user.control;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change with the time (RFC 6238, as all authenticators have it: HMAC-SHA-1, 6 digits, 30 s). A clock may be one step off, and no
 * step is good twice.
 */
public final class Totp {
    private static final String ALGORITHM = "HmacSHA1";
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;

    /** As long as what the algorithm gives (RFC 4226, section 4). */
    private static final int KEY_BYTES = 20;

    private static final int STEPS_OFF = 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private Totp(byte[] key) {
        this.key = key;
    }

    /** Another key, in Base32 as people type it. */
    public static String newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return Base32.encode(bytes);
    }

    /** @param key in Base32 */
    public static Totp of(String key) {
        return new Totp(Base32.decode(key));
    }

    /**
     * The step whose code was typed, if it is one of now and comes after the last that was taken.
     *
     * @param after the last step that was taken
     */
    public Optional<Long> step(String typed, Instant now, long after) {
        long present = stepOf(now);
        return LongStream.rangeClosed(present - STEPS_OFF, present + STEPS_OFF)
                .filter(step -> step > after && isSame(code(step), typed))
                .boxed()
                .findFirst();
    }

    public static long stepOf(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of this step (RFC 4226, section 5.3). */
    public String code(long step) {
        byte[] hash = hash(step);
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return ("%0" + DIGITS + "d").formatted(number % MODULUS);
    }

    /**
     * What an authenticator reads from a picture.
     *
     * @param key in Base32
     */
    public static String address(String account, String key) {
        return "otpauth://totp/Switchroom:%s?secret=%s&issuer=Switchroom"
                .formatted(URLEncoder.encode(account, StandardCharsets.UTF_8), key);
    }

    private byte[] hash(long step) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes as long whether it is the same or not. */
    private static boolean isSame(String code, String typed) {
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), typed.getBytes(StandardCharsets.UTF_8));
    }
}
