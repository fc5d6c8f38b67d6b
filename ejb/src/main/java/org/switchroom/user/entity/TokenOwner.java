package org.switchroom.user.entity;

import java.util.Set;

/**
 * Whose token it is, what that account may do, and what of it the token may use.
 *
 * @param roles of the account
 */
public record TokenOwner(String userName, Set<String> roles, TokenScope scope) {
    public TokenOwner {
        roles = Set.copyOf(roles);
    }
}
