package org.switchroom.campaign.control;

import java.time.Instant;
import java.util.List;
import org.switchroom.campaign.entity.CampaignSettings;
import org.switchroom.campaign.entity.SettingChange;

/**
 * A campaign as it was saved once.
 *
 * @param changes against the version before; all that is not default for the first
 */
public record SavedVersion(
        int number, String author, Instant savedAt, CampaignSettings settings, List<SettingChange> changes) {}
