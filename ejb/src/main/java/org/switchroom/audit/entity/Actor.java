package org.switchroom.audit.entity;

import java.util.Optional;

/**
 * Who acts.
 *
 * @param name the account's, or {@code system}
 * @param way through what
 * @param address where the request came from, if there was one
 */
public record Actor(String name, Way way, Optional<String> address) {
    public static final Actor SYSTEM = new Actor("system", Way.SYSTEM, Optional.empty());

    /** Through what somebody acts. */
    public enum Way {
        PAGE,
        API,
        /** No request at all: a timer, a start. */
        SYSTEM
    }
}
