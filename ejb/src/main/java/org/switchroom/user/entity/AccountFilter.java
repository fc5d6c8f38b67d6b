package org.switchroom.user.entity;

import java.util.Optional;

/**
 * Which accounts are wanted.
 *
 * @param text part of the name or the full name, in any case
 * @param group name of the group
 */
public record AccountFilter(
        Optional<String> text, Optional<Role> role, Optional<Boolean> enabled, Optional<String> group) {
    public static final AccountFilter ALL =
            new AccountFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** @param part empty or null for any */
    public AccountFilter withText(String part) {
        return new AccountFilter(Optional.ofNullable(part).filter(typed -> !typed.isBlank()), role, enabled, group);
    }

    /** @param wanted null for any */
    public AccountFilter withRole(Role wanted) {
        return new AccountFilter(text, Optional.ofNullable(wanted), enabled, group);
    }

    /** @param wanted null for any */
    public AccountFilter withEnabled(Boolean wanted) {
        return new AccountFilter(text, role, Optional.ofNullable(wanted), group);
    }

    /** The text as a pattern of LIKE with {@code !} as its escape. */
    public String pattern() {
        String part = text.orElse("").toLowerCase(java.util.Locale.ROOT);
        return "%" + part.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
