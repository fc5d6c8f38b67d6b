package org.switchroom.campaign.control;

import java.util.Optional;

/**
 * Which campaigns are asked for, by id.
 *
 * @param text in id or name, any case; empty for all
 * @param active only those that run, or that do not
 * @param after only ids behind this one; empty from the start
 * @param limit how many at most
 */
public record CampaignSearch(String text, Optional<Boolean> active, String after, int limit) {
    private static final int ALL = 10_000;

    /** All that there are. */
    public static CampaignSearch all() {
        return new CampaignSearch("", Optional.empty(), "", ALL);
    }
}
