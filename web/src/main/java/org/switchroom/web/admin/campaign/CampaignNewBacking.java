package org.switchroom.web.admin.campaign;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.switchroom.campaign.boundary.Campaigns;
import org.switchroom.campaign.control.CampaignInvalidException;
import org.switchroom.campaign.control.CampaignState;
import org.switchroom.campaign.control.Starter;
import org.switchroom.campaign.entity.CampaignCatalogue;
import org.switchroom.common.SituationException;
import org.switchroom.web.support.Viewer;
import org.switchroom.web.support.Words;

/** Adds a campaign: with the defaults, with those of a starter, or like another. */
@Named("campaignNew")
@ViewScoped
public class CampaignNewBacking implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Campaigns campaigns;

    @Inject
    private transient CampaignWords campaignWords;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Words words;

    @Inject
    private transient HttpServletRequest request;

    private String id;
    private String name;
    private Starter starter;
    private String like;

    @PostConstruct
    void read() {
        like = Optional.ofNullable(request.getParameter("copy"))
                .flatMap(wanted -> campaigns.find(viewer.scope(), wanted))
                .map(CampaignState::id)
                .orElse(null);
    }

    public String add() {
        String key = id == null ? "" : id.strip();
        Map<String, String> given = new LinkedHashMap<>(starter == null ? Map.of() : starter.settings());
        given.put(CampaignCatalogue.NAME, name == null ? "" : name);
        try {
            if (like == null) {
                campaigns.add(viewer.scope(), key, given);
            } else {
                campaigns.copy(viewer.scope(), like, key, given);
            }
        } catch (CampaignInvalidException e) {
            e.violations()
                    .forEach(wrong -> words.sayAt(
                            "edit:" + wrong.field(), FacesMessage.SEVERITY_ERROR, campaignWords.sentence(wrong)));
            return null;
        } catch (SituationException e) {
            words.sayAt("edit:id", FacesMessage.SEVERITY_ERROR, campaignWords.sentence(e));
            return null;
        }
        words.sayNext(FacesMessage.SEVERITY_INFO, "campaign.added", name);
        return "/admin/campaign/edit?faces-redirect=true&id=" + key;
    }

    public Starter[] getStarters() {
        return Starter.values();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Starter getStarter() {
        return starter;
    }

    public void setStarter(Starter starter) {
        this.starter = starter;
    }

    /** Id of the campaign that it shall be like; null if none. */
    public String getLike() {
        return like;
    }
}
