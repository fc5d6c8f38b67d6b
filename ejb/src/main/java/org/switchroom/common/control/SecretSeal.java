package org.switchroom.common.control;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals secrets for the database: AES-256 in GCM mode with a fresh nonce, the owner's name bound in, so that a sealed secret
 * moved to another row does not open. Safe for use by many threads.
 */
public final class SecretSeal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String FORM = "1:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    public SecretSeal(SecretKey key) {
        this.key = key;
    }

    /** The secret as it may stand in the database. */
    public String seal(String secret, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, owner, secret.getBytes(StandardCharsets.UTF_8));
        byte[] all = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return FORM + Base64.getEncoder().encodeToString(all);
    }

    /**
     * The secret in clear.
     *
     * @throws SecretSealBrokenException if it was sealed with another key or for another owner, or was changed
     */
    public String open(String sealed, String owner) {
        if (!sealed.startsWith(FORM)) {
            throw new SecretSealBrokenException(owner, null);
        }
        byte[] all = bytes(sealed.substring(FORM.length()), owner);
        ByteBuffer buffer = ByteBuffer.wrap(all);
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return new String(run(Cipher.DECRYPT_MODE, nonce, owner, rest), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text, String owner) {
        try {
            byte[] all = Base64.getDecoder().decode(text);
            if (all.length < NONCE_BYTES) {
                throw new SecretSealBrokenException(owner, null);
            }
            return all;
        } catch (IllegalArgumentException e) {
            throw new SecretSealBrokenException(owner, e);
        }
    }

    private byte[] run(int mode, byte[] nonce, String owner, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new SecretSealBrokenException(owner, e);
        }
    }
}
