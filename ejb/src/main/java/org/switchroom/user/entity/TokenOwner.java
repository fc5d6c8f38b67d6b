package org.switchroom.user.entity;

import java.util.Set;

/** Whose token it is, and what that account may do. */
public record TokenOwner(String userName, Set<String> roles) {
    public TokenOwner {
        roles = Set.copyOf(roles);
    }
}
