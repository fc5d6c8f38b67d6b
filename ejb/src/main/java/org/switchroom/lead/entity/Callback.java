package org.switchroom.lead.entity;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A promise to call a lead at a time; as stored.
 *
 * @param campaignId campaign in which it was agreed, or null
 * @param agent whose it is; null: of anyone
 * @param zone the customer's, when it was agreed
 * @param phone of the lead, digits of E.164; null if the lead is gone
 * @param name of the lead, or null
 */
public record Callback(
        long id,
        long leadId,
        String campaignId,
        String agent,
        CallbackState state,
        Instant dueAt,
        ZoneId zone,
        String note,
        String createdBy,
        Instant createdAt,
        int version,
        String phone,
        String name) {}
