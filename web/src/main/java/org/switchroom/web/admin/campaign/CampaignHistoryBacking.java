package org.switchroom.web.admin.campaign;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.switchroom.campaign.boundary.Campaigns;
import org.switchroom.campaign.control.CampaignInvalidException;
import org.switchroom.campaign.control.CampaignState;
import org.switchroom.campaign.control.SavedVersion;
import org.switchroom.campaign.entity.SettingChange;
import org.switchroom.common.SituationException;
import org.switchroom.web.support.Viewer;
import org.switchroom.web.support.Words;

/** Every version of a campaign, with who saved it and what it changed; and the way back to one. */
@Named("campaignHistory")
@ViewScoped
public class CampaignHistoryBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 20;

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
    private int present;
    private int chosen;
    private int shown = PAGE;
    private transient List<SavedVersion> versions;

    @PostConstruct
    void read() {
        Optional.ofNullable(request.getParameter("id"))
                .flatMap(wanted -> campaigns.find(viewer.scope(), wanted))
                .ifPresent(this::take);
    }

    private void take(CampaignState campaign) {
        id = campaign.id();
        name = campaign.settings().name();
        present = campaign.version();
        versions = null;
    }

    /** Asks before it goes back. */
    public void ask(int number) {
        chosen = number;
    }

    public void restore() {
        try {
            take(campaigns.rollBack(viewer.scope(), id, present, chosen));
            words.say(FacesMessage.SEVERITY_INFO, "history.restored", name, chosen);
        } catch (CampaignInvalidException e) {
            e.violations()
                    .forEach(wrong -> words.sayAt(
                            null,
                            FacesMessage.SEVERITY_ERROR,
                            words.of("setting." + wrong.field()) + ": " + campaignWords.sentence(wrong)));
        } catch (SituationException e) {
            words.sayAt(null, FacesMessage.SEVERITY_ERROR, campaignWords.sentence(e));
            campaigns.find(viewer.scope(), id).ifPresent(this::take);
        }
    }

    /** What going back to the chosen version would change now. */
    public List<SettingChange> getDifference() {
        if (chosen == 0) {
            return List.of();
        }
        SavedVersion old = campaigns.version(viewer.scope(), id, chosen);
        return campaigns.need(viewer.scope(), id).settings().changesTo(old.settings());
    }

    /** Shows more of them. */
    public void older() {
        shown += PAGE;
        versions = null;
    }

    /** As many as are shown, the newest first. */
    public List<SavedVersion> getVersions() {
        if (versions == null) {
            versions = id == null ? List.of() : campaigns.versions(viewer.scope(), id, Integer.MAX_VALUE, shown);
        }
        return versions;
    }

    /** Whether there are older ones than are shown: they are numbered from 1 on. */
    public boolean isMore() {
        return present > shown;
    }

    public boolean isThere() {
        return id != null;
    }

    public String getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public int getPresent() {
        return present;
    }

    public int getChosen() {
        return chosen;
    }
}
