package org.switchroom.phone.entity;

import java.util.Locale;
import java.util.Optional;

/**
 * Which phones are wanted; what is empty does not matter.
 *
 * @param text part of the label, endpoint, extension or owner's name
 * @param owner name of the account
 * @param server name of the server
 */
public record PhoneFilter(Optional<String> text, Optional<String> owner, Optional<String> server) {
    public static final PhoneFilter ALL = new PhoneFilter(Optional.empty(), Optional.empty(), Optional.empty());

    /** Those of one person. */
    public static PhoneFilter of(String owner) {
        return new PhoneFilter(Optional.empty(), Optional.of(owner), Optional.empty());
    }

    /** @param part empty or null for any */
    public PhoneFilter withText(String part) {
        return new PhoneFilter(Optional.ofNullable(part).filter(typed -> !typed.isBlank()), owner, server);
    }

    /** The text as a pattern of LIKE with {@code !} as its escape. */
    public String pattern() {
        String part = text.orElse("").strip().toLowerCase(Locale.ROOT);
        return "%" + part.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
