package org.switchroom.audit.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The columns of an entry, and the hash that seals them to the one before. The hash is SHA-256, in hex, over these texts in this order,
 * each as its length in bytes of UTF-8, a colon, and the bytes; a column that is null as {@code -}: previous hash, id, at (as
 * {@code 2026-01-31T23:59:59.123Z}), actor, way, address, verb, subject, key, changes.
 *
 * @param at to the millisecond
 * @param address may be null
 * @param changes JSON text
 */
record SealedEntry(
        long id,
        Instant at,
        String actor,
        String way,
        String address,
        String verb,
        String subject,
        String key,
        String changes) {
    /** What stands before the first entry. */
    static final String NO_HASH = "0".repeat(64);

    /** The hash of this entry after the one with this hash. */
    String hashAfter(String previousHash) {
        MessageDigest digest = sha256();
        take(digest, previousHash);
        take(digest, Long.toString(id));
        take(digest, AuditTime.format(at));
        take(digest, actor);
        take(digest, way);
        take(digest, address);
        take(digest, verb);
        take(digest, subject);
        take(digest, key);
        take(digest, changes);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** With its length before it, so that no text can run over into the next. */
    private static void take(MessageDigest digest, String text) {
        if (text == null) {
            digest.update((byte) '-');
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
