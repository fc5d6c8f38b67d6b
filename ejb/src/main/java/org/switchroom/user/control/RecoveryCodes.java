package org.switchroom.user.control;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Codes on paper for the day when the telephone is lost: 80 random bits each, each good once, kept as their hashes. */
public final class RecoveryCodes {
    public static final int COUNT = 10;

    private static final int BYTES = 10;
    private static final int PART = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    /** Another set, as people copy them. */
    public static List<String> another() {
        return Stream.generate(RecoveryCodes::one).limit(COUNT).toList();
    }

    private static String one() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return String.join("-", Base32.encode(bytes).toLowerCase(Locale.ROOT).split("(?<=\\G.{" + PART + "})"));
    }

    /** What is kept of a code, however it was typed. */
    public static String hash(String typed) {
        return TokenSecret.hash(typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", ""));
    }

    /** Whether it looks like one of these rather than like a code of an authenticator. */
    public static boolean isSpelled(String typed) {
        return typed.replaceAll("[\\s-]", "").length() == BYTES * Byte.SIZE / 5;
    }
}
