package org.switchroom.campaign.control;

import java.util.Optional;

/**
 * Which parts of one kind are asked for, by id.
 *
 * @param campaignId what this campaign can use: its own and those of every campaign; empty for those of all campaigns
 * @param after only ids above this one
 * @param limit how many at most
 */
public record PartSearch(Optional<String> campaignId, long after, int limit) {
    private static final int ALL = 10_000;

    public static PartSearch all() {
        return new PartSearch(Optional.empty(), 0, ALL);
    }

    /** What a campaign can use. */
    public static PartSearch usableBy(String campaignId) {
        return new PartSearch(Optional.of(campaignId), 0, ALL);
    }
}
