package org.switchroom.web.admin.campaign;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.switchroom.campaign.boundary.CampaignLeads;
import org.switchroom.campaign.boundary.CampaignParts;
import org.switchroom.campaign.boundary.Campaigns;
import org.switchroom.campaign.control.CampaignState;
import org.switchroom.campaign.control.CampaignStock;
import org.switchroom.campaign.control.PartSearch;
import org.switchroom.campaign.entity.PartKind;
import org.switchroom.web.support.Viewer;

/** How the leads of one campaign stand now, and what it has of its own. */
@Named("campaignNow")
@RequestScoped
public class CampaignNowBacking {
    @Inject
    private Campaigns campaigns;

    @Inject
    private CampaignLeads leads;

    @Inject
    private CampaignParts parts;

    @Inject
    private CampaignEditBacking edit;

    @Inject
    private Viewer viewer;

    private CampaignStock stock;

    /** As the stored settings make it. */
    public CampaignStock getStock() {
        if (stock == null) {
            CampaignState campaign = campaigns.need(viewer.scope(), edit.getId());
            stock = leads.stock(viewer.scope(), campaign.id(), campaign.settings());
        }
        return stock;
    }

    public List<Map.Entry<CampaignStock.Reason, Long>> getWaiting() {
        return List.copyOf(getStock().waiting().entrySet());
    }

    /** The kinds that a campaign may have of its own. */
    public List<PartKind> getKinds() {
        return List.of(PartKind.values()).stream()
                .filter(PartKind::isPerCampaign)
                .toList();
    }

    public long own(PartKind kind) {
        return parts.search(kind, viewer.scope(), PartSearch.usableBy(edit.getId())).stream()
                .filter(part -> part.campaignId().equals(edit.getId()))
                .count();
    }
}
