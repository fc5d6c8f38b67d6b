package org.switchroom.user.entity;

import java.util.Locale;

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
}
