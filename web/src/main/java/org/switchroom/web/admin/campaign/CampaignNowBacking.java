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
import org.switchroom.lead.boundary.LeadLists;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.web.support.Viewer;

/** How the leads of one campaign stand now, what it has of its own, and whether somebody else saved it meanwhile. */
@Named("campaignNow")
@RequestScoped
public class CampaignNowBacking {
    @Inject
    private Campaigns campaigns;

    @Inject
    private CampaignLeads leads;

    @Inject
    private LeadLists lists;

    @Inject
    private CampaignParts parts;

    @Inject
    private CampaignEditBacking edit;

    @Inject
    private CampaignWords campaignWords;

    @Inject
    private Viewer viewer;

    private CampaignState present;
    private CampaignStock stock;

    /** As it is stored; null if it was removed meanwhile. */
    public CampaignState getPresent() {
        if (present == null) {
            present = campaigns.find(viewer.scope(), edit.getId()).orElse(null);
        }
        return present;
    }

    /** Whether somebody else saved it since the page read it. */
    public boolean isBehind() {
        return getPresent() != null && getPresent().version() != edit.getVersion();
    }

    /** As the stored settings make it. */
    public CampaignStock getStock() {
        if (stock == null) {
            stock = getPresent() == null
                    ? CampaignStock.NONE
                    : leads.stock(viewer.scope(), edit.getId(), getPresent().settings());
        }
        return stock;
    }

    public List<Map.Entry<CampaignStock.Reason, Long>> getWaiting() {
        return List.copyOf(getStock().waiting().entrySet());
    }

    public String listState(LeadList list) {
        return list.isExpired(lists.today()) ? "EXPIRED" : list.active() ? "ON" : "OFF";
    }

    /** What agents call a disposition. */
    public String disposition(String code) {
        return campaignWords.part(PartKind.DISPOSITION, code, edit.getId());
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
