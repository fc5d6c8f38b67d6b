package org.switchroom.campaign.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.switchroom.campaign.control.CampaignStock;
import org.switchroom.campaign.entity.CampaignSettings;
import org.switchroom.common.Scope;
import org.switchroom.lead.boundary.LeadLists;
import org.switchroom.lead.control.ListRows;
import org.switchroom.lead.entity.LeadList;

/** What there is to dial for a campaign, as its lists are now. */
@Stateless
public class CampaignLeads {
    @Inject
    private LeadLists lists;

    /** Counts the leads of the campaign's lists; in large lists that takes a moment. */
    public CampaignStock stock(Scope scope, String campaignId, CampaignSettings settings) {
        Map<LeadList, List<ListRows.Count>> counts = new LinkedHashMap<>();
        lists.list(scope).stream()
                .filter(list -> campaignId.equals(list.campaignId()))
                .forEach(list -> counts.put(list, lists.counts(list.id(), scope)));
        return CampaignStock.of(counts, Set.copyOf(settings.several("dial_dispositions")), lists.today());
    }
}
