package org.switchroom.web.admin.lead;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.switchroom.common.SituationException;
import org.switchroom.common.StaleVersionException;
import org.switchroom.lead.boundary.LeadLists;
import org.switchroom.lead.control.ListRows;
import org.switchroom.lead.entity.CustomField;
import org.switchroom.lead.entity.InvalidLeadException;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.web.support.Viewer;
import org.switchroom.web.support.Words;

/** Adds a list or changes one. */
@Named("leadList")
@ViewScoped
public class LeadListBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String LIST = "/admin/lead/list?faces-redirect=true";

    @Inject
    private transient LeadLists lists;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Words words;

    @Inject
    private transient HttpServletRequest request;

    private long id;
    private int version;
    private String name;
    private boolean active;
    private String campaign;
    private String region = "US";
    private String expires;
    private List<OwnFieldLine> fields = new ArrayList<>();

    /** How the list was when another saved over what is edited here. */
    private transient LeadList theirs;

    @PostConstruct
    void read() {
        Optional.ofNullable(request.getParameter("id"))
                .filter(text -> text.matches("[0-9]{1,9}"))
                .flatMap(text -> lists.find(Long.parseLong(text), viewer.scope()))
                .ifPresent(this::take);
    }

    public String save() {
        try {
            LeadList wanted = typed().withId(id).withVersion(version);
            long saved = isAdded()
                    ? lists.add(wanted, viewer.scope())
                    : lists.change(wanted, viewer.scope()).id();
            FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
            words.say(FacesMessage.SEVERITY_INFO, "lists.saved", name);
            return "/admin/lead/edit?faces-redirect=true&id=" + saved;
        } catch (StaleVersionException e) {
            theirs = lists.find(id, viewer.scope()).orElse(null);
            version = (int) e.present();
            words.say(FacesMessage.SEVERITY_ERROR, "lists.changedMeanwhile", name);
        } catch (InvalidLeadException e) {
            words.sayAt("edit:" + e.field(), FacesMessage.SEVERITY_ERROR, e.reason());
        }
        return null;
    }

    /** Takes what the other saved in place of what is typed. */
    public void takeTheirs() {
        lists.find(id, viewer.scope()).ifPresent(this::take);
        theirs = null;
    }

    public String remove() {
        try {
            lists.remove(id, version, viewer.scope());
            return LIST;
        } catch (SituationException e) {
            words.sayAt(null, FacesMessage.SEVERITY_ERROR, e.getMessage());
            return null;
        }
    }

    public void reset() {
        int reset = lists.reset(id, viewer.scope());
        lists.find(id, viewer.scope()).ifPresent(list -> version = list.version());
        words.say(FacesMessage.SEVERITY_INFO, "lists.wasReset", reset);
    }

    public void addField() {
        fields.add(new OwnFieldLine());
    }

    public void removeField(OwnFieldLine line) {
        fields.remove(line);
    }

    private LeadList typed() {
        return LeadList.named(name == null ? "" : name.strip())
                .withActive(active)
                .withCampaign(campaign)
                .withRegion(region)
                .withExpiry(day())
                .withFields(fields.stream()
                        .filter(line -> !line.isBlank())
                        .map(OwnFieldLine::field)
                        .toList());
    }

    private LocalDate day() {
        try {
            return expires == null ? null : LocalDate.parse(expires);
        } catch (DateTimeException e) {
            throw new InvalidLeadException("expires_on", words.of("lists.dayWrong"));
        }
    }

    private void take(LeadList list) {
        id = list.id();
        version = list.version();
        name = list.name();
        active = list.active();
        campaign = list.campaignId();
        region = list.region();
        expires = list.expiresOn() == null ? null : list.expiresOn().toString();
        fields = new ArrayList<>(list.fields().stream().map(OwnFieldLine::of).toList());
    }

    public boolean isAdded() {
        return id == 0;
    }

    /** Leads by disposition, those not called since the reset apart. */
    public List<ListRows.Count> getCounts() {
        return isAdded() ? List.of() : lists.counts(id, viewer.scope());
    }

    public LeadList getStored() {
        return isAdded() ? null : lists.find(id, viewer.scope()).orElse(null);
    }

    public LeadList getTheirs() {
        return theirs;
    }

    public CustomField.Kind[] getKinds() {
        return CustomField.Kind.values();
    }

    public long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public String getCampaign() {
        return campaign;
    }

    public void setCampaign(String campaign) {
        this.campaign = campaign;
    }

    public String getRegion() {
        return region;
    }

    public void setRegion(String region) {
        this.region = region;
    }

    public String getExpires() {
        return expires;
    }

    public void setExpires(String expires) {
        this.expires = expires;
    }

    public List<OwnFieldLine> getFields() {
        return fields;
    }
}
