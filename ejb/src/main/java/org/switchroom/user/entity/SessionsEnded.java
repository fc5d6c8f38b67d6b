package org.switchroom.user.entity;

import java.util.Set;

/**
 * These sessions have ended, on whatever node; told more than once.
 *
 * @param ids of the sessions
 */
public record SessionsEnded(Set<Long> ids) {
    public SessionsEnded {
        ids = Set.copyOf(ids);
    }
}
