package org.switchroom.campaign.control;

import java.time.Instant;
import java.util.Map;
import org.switchroom.campaign.entity.CampaignPart;
import org.switchroom.campaign.entity.PartKind;

/**
 * A part of campaigns as it is stored now.
 *
 * @param campaignId {@code *} for every campaign
 * @param code its key within the campaign
 * @param builtIn whether it can't be removed
 * @param values canonical texts by the ids of its kind's fields
 */
public record PartState(
        PartKind kind,
        long id,
        String campaignId,
        String code,
        boolean builtIn,
        int version,
        String changedBy,
        Instant changedAt,
        Map<String, String> values) {

    static PartState of(CampaignPart part) {
        return new PartState(
                part.kind(),
                part.getId(),
                part.getCampaignId(),
                part.getCode(),
                part.isBuiltIn(),
                part.getVersion(),
                part.getChangedBy(),
                part.getChangedAt(),
                part.values());
    }

    public boolean isOfAll() {
        return CampaignPart.EVERY_CAMPAIGN.equals(campaignId);
    }

    /** Its name, or its key if it has none. */
    public String name() {
        return values.getOrDefault("name", code);
    }

    public boolean isActive() {
        return !"false".equals(values.get("active"));
    }
}
