package org.switchroom.common;

import java.util.Set;

/**
 * What a person may see: everything, or what belongs to these campaigns. What is outside is not there for that person.
 *
 * @param all whether everything is seen
 * @param campaigns ids of campaigns; empty where everything is seen
 */
public record Scope(boolean all, Set<String> campaigns) {
    private static final Scope EVERYTHING = new Scope(true, Set.of());

    public Scope {
        campaigns = all ? Set.of() : Set.copyOf(campaigns);
    }

    public static Scope everything() {
        return EVERYTHING;
    }

    /** These campaigns and no other; with an empty set nothing at all. */
    public static Scope of(Set<String> campaigns) {
        return new Scope(false, campaigns);
    }

    public boolean sees(String campaignId) {
        return all || campaigns.contains(campaignId);
    }
}
