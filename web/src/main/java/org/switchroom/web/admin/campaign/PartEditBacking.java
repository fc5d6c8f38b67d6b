package org.switchroom.web.admin.campaign;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.switchroom.campaign.boundary.CampaignParts;
import org.switchroom.campaign.control.CampaignInvalidException;
import org.switchroom.campaign.control.PartState;
import org.switchroom.campaign.entity.CampaignPart;
import org.switchroom.campaign.entity.PartKind;
import org.switchroom.campaign.entity.Violation;
import org.switchroom.common.SituationException;
import org.switchroom.common.StaleVersionException;
import org.switchroom.web.support.Viewer;
import org.switchroom.web.support.Words;

/** Adds a part of campaigns or changes one. */
@Named("partEdit")
@ViewScoped
public class PartEditBacking implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient CampaignParts parts;

    @Inject
    private transient CampaignWords campaignWords;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Words words;

    @Inject
    private transient HttpServletRequest request;

    private PartKind kind;
    private long id;
    private int version;
    private boolean builtIn;
    private String campaign = CampaignPart.EVERY_CAMPAIGN;
    private String code;
    private String title;
    private String savedBy;
    private Instant savedAt;
    private SettingForm form;

    @PostConstruct
    void read() {
        kind = Optional.ofNullable(request.getParameter("kind"))
                .flatMap(PartKind::at)
                .orElse(PartKind.DISPOSITION);
        String wanted = request.getParameter("id");
        if (wanted == null) {
            form = new SettingForm(kind, kind.fields(), Map.of());
            Optional.ofNullable(request.getParameter("campaign"))
                    .filter(given -> kind.isPerCampaign() && viewer.scope().sees(given))
                    .ifPresent(given -> campaign = given);
        } else {
            Optional.of(wanted)
                    .filter(text -> text.matches("[0-9]{1,9}"))
                    .flatMap(text -> parts.find(kind, viewer.scope(), Long.parseLong(text)))
                    .ifPresent(this::open);
        }
    }

    private void open(PartState part) {
        form = new SettingForm(kind, kind.fields(), part.values());
        take(part);
    }

    private void take(PartState part) {
        id = part.id();
        version = part.version();
        builtIn = part.builtIn();
        campaign = part.campaignId();
        code = part.code();
        title = part.values().getOrDefault("name", words.term("subject", kind.subject()) + " " + code);
        savedBy = part.changedBy();
        savedAt = part.changedAt();
    }

    public String save() {
        try {
            if (isAdded()) {
                take(parts.add(kind, viewer.scope(), campaign, code == null ? "" : code.strip(), form.typed()));
            } else {
                take(parts.change(kind, viewer.scope(), id, version, form.edited()));
            }
            words.sayNext(FacesMessage.SEVERITY_INFO, "parts.saved", code);
            return listPage();
        } catch (CampaignInvalidException e) {
            form.refuse(e.violations(), campaignWords::sentence);
            e.violations().stream()
                    .filter(wrong -> wrong.field().equals("code"))
                    .forEach(this::sayAtCode);
        } catch (StaleVersionException e) {
            parts.find(kind, viewer.scope(), id).ifPresent(theirs -> {
                form.mergeWith(theirs.values(), theirs.changedBy(), theirs.changedAt());
                take(theirs);
            });
        } catch (SituationException e) {
            words.sayAt(isAdded() ? "edit:code" : null, FacesMessage.SEVERITY_ERROR, campaignWords.sentence(e));
        }
        return null;
    }

    private void sayAtCode(Violation wrong) {
        words.sayAt("edit:code", FacesMessage.SEVERITY_ERROR, campaignWords.sentence(wrong));
    }

    /** @param field id of one that both changed */
    public void takeTheirs(String field) {
        form.takeTheirs(field);
    }

    public String remove() {
        try {
            parts.remove(kind, viewer.scope(), id, version);
            words.sayNext(FacesMessage.SEVERITY_INFO, "parts.removed", code);
            return listPage();
        } catch (SituationException e) {
            words.sayAt(null, FacesMessage.SEVERITY_ERROR, campaignWords.sentence(e));
            return null;
        }
    }

    private String listPage() {
        return "/admin/campaign/parts?faces-redirect=true&kind=" + kind.path();
    }

    /** Whether what is typed can be told as it is: nothing in it is wrong. */
    boolean isReadable(String field) {
        return form.field(field).setting().check(form.field(field).getValue()).isEmpty();
    }

    public boolean isAdded() {
        return id == 0;
    }

    /** Whether there is such a part for this person. */
    public boolean isThere() {
        return form != null;
    }

    public boolean isRemovable() {
        return !isAdded() && !builtIn;
    }

    public boolean isBuiltIn() {
        return builtIn;
    }

    public PartKind getKind() {
        return kind;
    }

    /** Its name, or what it is and its code where it has none; null before it is there. */
    public String getTitle() {
        return title;
    }

    public String getSavedBy() {
        return savedBy;
    }

    public Instant getSavedAt() {
        return savedAt;
    }

    public SettingForm getForm() {
        return form;
    }

    public String getCampaign() {
        return campaign;
    }

    public void setCampaign(String campaign) {
        this.campaign = campaign;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
