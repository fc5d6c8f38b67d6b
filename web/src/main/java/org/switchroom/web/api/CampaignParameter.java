package org.switchroom.web.api;

import java.util.Optional;
import org.switchroom.campaign.entity.CampaignPart;
import org.switchroom.common.Quoted;
import org.switchroom.common.Scope;

/** The campaign of which a list is asked for. */
final class CampaignParameter {
    static final String NAME = "campaign_id";

    private CampaignParameter() {}

    /** @throws NotThereException if the caller does not see it, whether it is there or not */
    static Optional<String> in(QueryParameters query, Scope scope) {
        Optional<String> campaign = query.text(NAME);
        campaign.filter(id -> !scope.sees(id) && !id.equals(CampaignPart.EVERY_CAMPAIGN))
                .ifPresent(id -> {
                    throw new NotThereException("campaign " + Quoted.text(id));
                });
        return campaign;
    }
}
