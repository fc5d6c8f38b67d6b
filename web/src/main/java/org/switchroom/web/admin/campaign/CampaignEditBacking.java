package org.switchroom.web.admin.campaign;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.switchroom.campaign.boundary.Campaigns;
import org.switchroom.campaign.control.CampaignInvalidException;
import org.switchroom.campaign.control.CampaignState;
import org.switchroom.campaign.control.Starter;
import org.switchroom.campaign.entity.CampaignCatalogue;
import org.switchroom.campaign.entity.SettingGroup;
import org.switchroom.common.SituationException;
import org.switchroom.common.StaleVersionException;
import org.switchroom.web.support.Viewer;
import org.switchroom.web.support.Words;

/** The settings of one campaign. Nobody's change is overwritten unseen. */
@Named("campaignEdit")
@ViewScoped
public class CampaignEditBacking implements Serializable {
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
    private int version;
    private String name;
    private boolean active;
    private String savedBy;
    private Instant savedAt;
    private SettingForm form;
    private Starter starter = Starter.US_SALES;

    @PostConstruct
    void read() {
        Optional.ofNullable(request.getParameter("id"))
                .flatMap(wanted -> campaigns.find(viewer.scope(), wanted))
                .ifPresent(campaign -> {
                    form = new SettingForm(
                            null,
                            CampaignCatalogue.settings(),
                            campaign.settings().all());
                    take(campaign);
                });
    }

    public void save() {
        Map<String, String> edited = form.edited();
        try {
            take(campaigns.change(viewer.scope(), id, version, edited));
            words.say(FacesMessage.SEVERITY_INFO, edited.isEmpty() ? "campaign.unchanged" : "campaign.saved", name);
        } catch (CampaignInvalidException e) {
            form.refuse(e.violations(), campaignWords::sentence);
        } catch (StaleVersionException e) {
            campaigns.find(viewer.scope(), id).ifPresent(this::mergeWith);
        } catch (SituationException e) {
            words.sayAt(null, FacesMessage.SEVERITY_ERROR, campaignWords.sentence(e));
        }
    }

    /** Looks at what is typed, without storing it. */
    public void look() {
        form.refuse(List.of(), campaignWords::sentence);
    }

    /** Types the settings of the chosen starter; saving is another step. */
    public void takeStarter() {
        form.type(starter.settings());
    }

    /** @param setting id of one that both changed */
    public void takeTheirs(String setting) {
        form.takeTheirs(setting);
    }

    public String remove() {
        try {
            campaigns.remove(viewer.scope(), id, version);
            words.sayNext(FacesMessage.SEVERITY_INFO, "campaign.removed", name);
            return "/admin/campaign/list?faces-redirect=true";
        } catch (SituationException e) {
            words.sayAt(null, FacesMessage.SEVERITY_ERROR, campaignWords.sentence(e));
            return null;
        }
    }

    private void mergeWith(CampaignState theirs) {
        form.mergeWith(theirs.settings().all(), theirs.changedBy(), theirs.changedAt());
        describe(theirs);
    }

    private void take(CampaignState campaign) {
        form.saved(campaign.settings().all());
        describe(campaign);
    }

    private void describe(CampaignState campaign) {
        id = campaign.id();
        version = campaign.version();
        name = campaign.settings().name();
        active = campaign.settings().active();
        savedBy = campaign.changedBy();
        savedAt = campaign.changedAt();
    }

    /** The groups that campaigns have, in the order of the page. */
    public List<SettingGroup> getGroups() {
        return Stream.of(SettingGroup.values())
                .filter(SettingGroup::isOfCampaign)
                .toList();
    }

    public List<SettingField> fields(SettingGroup group) {
        return form.getFields().stream()
                .filter(field -> field.setting().group() == group)
                .toList();
    }

    public long changed(SettingGroup group) {
        return fields(group).stream().filter(SettingField::isChanged).count();
    }

    /** Whether the scope sees such a campaign. */
    public boolean isThere() {
        return form != null;
    }

    public SettingForm getForm() {
        return form;
    }

    public Starter[] getStarters() {
        return Starter.values();
    }

    public Starter getStarter() {
        return starter;
    }

    public void setStarter(Starter starter) {
        this.starter = starter;
    }

    public String getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public String getName() {
        return name;
    }

    public boolean isActive() {
        return active;
    }

    public String getSavedBy() {
        return savedBy;
    }

    public Instant getSavedAt() {
        return savedAt;
    }
}
