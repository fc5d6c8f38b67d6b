package org.switchroom.lead.entity;

import java.time.Instant;

/**
 * A number that is not called.
 *
 * @param phone digits of E.164
 * @param campaignId of which campaign; empty: of none at all
 * @param source where it came from, or null
 */
public record DncNumber(String phone, String campaignId, String source, String addedBy, Instant addedAt) {
    /** In place of a campaign: holds for all. */
    public static final String SYSTEM = "";
}
