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
            words.sayAt(null, FacesMessage.SEVERITY_ERROR, e.getMessage());
            campaigns.find(viewer.scope(), id).ifPresent(this::take);
        }
    }

    /** What going back to the chosen version would change now. */
    public List<SettingChange> getDifference() {
        Optional<SavedVersion> now = version(present);
        return version(chosen)
                .flatMap(old -> now.map(latest -> latest.settings().changesTo(old.settings())))
                .orElse(List.of());
    }

    private Optional<SavedVersion> version(int number) {
        return getVersions().stream()
                .filter(version -> version.number() == number)
                .findFirst();
    }

    public List<SavedVersion> getVersions() {
        if (versions == null) {
            versions = id == null ? List.of() : campaigns.versions(viewer.scope(), id);
        }
        return versions;
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
