package org.switchroom.web.admin.campaign;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.switchroom.campaign.boundary.Campaigns;
import org.switchroom.campaign.control.CampaignSearch;
import org.switchroom.campaign.control.CampaignState;
import org.switchroom.campaign.entity.CampaignCatalogue;
import org.switchroom.common.SituationException;
import org.switchroom.lead.boundary.LeadLists;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.web.support.Viewer;
import org.switchroom.web.support.Words;

/** The campaigns with their switch, their lists and their leads. */
@Named("campaigns")
@ViewScoped
public class CampaignsBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 2000;

    @Inject
    private transient Campaigns campaigns;

    @Inject
    private transient LeadLists leadLists;

    @Inject
    private transient CampaignWords campaignWords;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Words words;

    private String text = "";
    private Boolean active;
    private transient List<CampaignState> list;
    private transient List<LeadList> lists;
    private transient Map<Long, Long> sizes;

    public void search() {
        list = null;
        lists = null;
        sizes = null;
    }

    /** @param wanted null for all */
    public void choose(Boolean wanted) {
        active = wanted;
        search();
    }

    public void toggle(CampaignState campaign) {
        try {
            String other = Boolean.toString(!campaign.settings().active());
            campaigns.change(
                    viewer.scope(), campaign.id(), campaign.version(), Map.of(CampaignCatalogue.ACTIVE, other));
        } catch (SituationException e) {
            words.sayAt(null, FacesMessage.SEVERITY_ERROR, campaignWords.sentence(e));
        }
        search();
    }

    public List<CampaignState> getList() {
        if (list == null) {
            list = campaigns.search(
                    viewer.scope(),
                    new CampaignSearch(text == null ? "" : text, Optional.ofNullable(active), "", MOST));
        }
        return list;
    }

    public long lists(CampaignState campaign) {
        return listsOf(campaign).size();
    }

    public long activeLists(CampaignState campaign) {
        return listsOf(campaign).stream().filter(LeadList::active).count();
    }

    public long leads(CampaignState campaign) {
        if (sizes == null) {
            sizes = leadLists.sizes();
        }
        return listsOf(campaign).stream()
                .mapToLong(each -> sizes.getOrDefault(each.id(), 0L))
                .sum();
    }

    private List<LeadList> listsOf(CampaignState campaign) {
        if (lists == null) {
            lists = leadLists.list(viewer.scope());
        }
        return lists.stream()
                .filter(each -> campaign.id().equals(each.campaignId()))
                .toList();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public Boolean getActive() {
        return active;
    }
}
