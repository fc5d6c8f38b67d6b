package org.switchroom.user.control;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.switchroom.user.entity.Violation;

/**
 * What a password must be: long, not the name, none that everybody tries first (OWASP ASVS 5.0, V6.2: length instead of kinds of
 * characters, no forced change).
 */
public final class PasswordRules {
    public static final int SHORTEST = 12;

    /** bcrypt reads no further. */
    static final int MOST_BYTES = 72;

    private static final int FEWEST_KINDS = 5;

    /** The beginnings of those of 12 characters or more that stand on top of every list of leaked ones. */
    private static final Set<String> COMMON = Set.of(
            "123456789012",
            "1234567890123",
            "123456789123",
            "1q2w3e4r5t6y",
            "abcdefghijkl",
            "adminadminadmin",
            "administrator",
            "asdfghjkl123",
            "changemechangeme",
            "iloveyou1234",
            "letmeinletmein",
            "passw0rd1234",
            "password1234",
            "password12345",
            "passwordpassword",
            "qazwsxedcrfv",
            "qwertyqwerty",
            "qwertyuiop12",
            "qwertyuiop123",
            "qwertzuiop123",
            "switchroom12",
            "switchroom123",
            "switchroom1234",
            "welcome12345");

    private PasswordRules() {}

    /** The same letters in one form, whatever keyboard typed them; nothing is folded together. */
    public static String normalized(String typed) {
        return typed == null ? "" : Normalizer.normalize(typed, Normalizer.Form.NFC);
    }

    /** What is wrong with a password of this account; empty if nothing is. */
    public static List<Violation> violations(String name, String password) {
        List<Violation> found = new ArrayList<>();
        String lower = normalized(password).toLowerCase(Locale.ROOT);
        if (lower.codePointCount(0, lower.length()) < SHORTEST) {
            found.add(violation("at least %d characters".formatted(SHORTEST)));
        } else if (normalized(password).getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            found.add(violation("at most %d bytes".formatted(MOST_BYTES)));
        } else if (lower.contains(name.toLowerCase(Locale.ROOT)) && name.length() >= 3) {
            found.add(violation("not with the name in it"));
        } else if (COMMON.contains(lower) || lower.chars().distinct().count() < FEWEST_KINDS) {
            found.add(violation("not one that is tried first"));
        }
        return found;
    }

    private static Violation violation(String message) {
        return new Violation("password", message);
    }
}
