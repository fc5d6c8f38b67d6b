package org.switchroom.campaign.control;

import java.time.Instant;
import org.switchroom.campaign.entity.Campaign;
import org.switchroom.campaign.entity.CampaignSettings;

/**
 * A campaign as it is stored now.
 *
 * @param version counts its saves from 1
 * @param changedBy who saved it last
 */
public record CampaignState(String id, int version, String changedBy, Instant changedAt, CampaignSettings settings) {

    static CampaignState of(Campaign campaign) {
        return new CampaignState(
                campaign.getId(),
                campaign.getVersion(),
                campaign.getChangedBy(),
                campaign.getChangedAt(),
                SettingsText.read(campaign.getSettings()));
    }
}
