package org.switchroom.user.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an account may be; a page or a path names the roles that it admits. */
public enum Role {
    AGENT,
    RECEPTIONIST,
    SUPERVISOR,
    ADMIN,
    API;

    /** As it stands in the database and in security constraints. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of this word, if there is one. */
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
