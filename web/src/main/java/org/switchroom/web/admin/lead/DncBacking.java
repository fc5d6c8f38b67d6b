package org.switchroom.web.admin.lead;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.switchroom.common.SituationException;
import org.switchroom.lead.boundary.DoNotCall;
import org.switchroom.lead.boundary.LeadLists;
import org.switchroom.lead.control.PhoneReading;
import org.switchroom.lead.entity.CappedCount;
import org.switchroom.lead.entity.DncNumber;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.web.support.Viewer;
import org.switchroom.web.support.Words;

/** The numbers that nobody may call, and those of one campaign. */
@Named("dnc")
@ViewScoped
public class DncBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 100;

    @Inject
    private transient DoNotCall numbers;

    @Inject
    private transient LeadLists lists;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Words words;

    private String campaign;
    private String text;
    private String added;
    private String asked = "";
    private transient List<DncNumber> shown;
    private boolean moreThere;

    public void search() {
        shown = null;
    }

    public void showMore() {
        List<DncNumber> before = getShown();
        List<DncNumber> more =
                page(before.isEmpty() ? "" : before.get(before.size() - 1).phone());
        shown = new ArrayList<>(before);
        shown.addAll(more);
    }

    public void add() {
        PhoneReading read = PhoneReading.of(added, "ZZ");
        if (!read.isPossible()) {
            words.sayAt("dnc:added", FacesMessage.SEVERITY_ERROR, words.of("dnc.noNumber"));
            return;
        }
        carefully(() -> {
            int count = numbers.add(List.of(read.digits()), campaign(), null, viewer.name(), viewer.scope());
            words.say(FacesMessage.SEVERITY_INFO, count == 1 ? "dnc.added" : "dnc.there", "+" + read.digits());
            added = null;
        });
    }

    /** Asks before a number is taken off. */
    public void ask(DncNumber number) {
        asked = number.phone();
    }

    public void remove() {
        String phone = asked;
        asked = "";
        if (!phone.isEmpty()) {
            carefully(() -> numbers.remove(phone, campaign(), viewer.scope()));
        }
    }

    private void carefully(Runnable change) {
        try {
            change.run();
        } catch (SituationException e) {
            words.sayAt(null, FacesMessage.SEVERITY_ERROR, e.getMessage());
        }
        shown = null;
    }

    private List<DncNumber> page(String after) {
        List<DncNumber> page = numbers.list(campaign(), digits(), after, PAGE + 1, viewer.scope());
        moreThere = page.size() > PAGE;
        return moreThere ? page.subList(0, PAGE) : page;
    }

    public List<DncNumber> getShown() {
        if (shown == null) {
            shown = page("");
        }
        return shown;
    }

    /** Grouped as its country writes it. */
    public String shown(DncNumber number) {
        return PhoneReading.shown(number.phone());
    }

    public CappedCount getCount() {
        return numbers.count(campaign(), digits(), viewer.scope());
    }

    /** The campaigns of the lists that this person sees. */
    public List<String> getCampaigns() {
        return lists.list(viewer.scope()).stream()
                .map(LeadList::campaignId)
                .filter(id -> id != null)
                .distinct()
                .sorted()
                .toList();
    }

    private String campaign() {
        return campaign == null ? DncNumber.SYSTEM : campaign;
    }

    private String digits() {
        return text == null ? "" : text.replaceAll("[^0-9]", "");
    }

    public boolean isMoreThere() {
        return moreThere;
    }

    public String getAsked() {
        return asked;
    }

    public String getCampaign() {
        return campaign;
    }

    public void setCampaign(String campaign) {
        this.campaign = campaign;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getAdded() {
        return added;
    }

    public void setAdded(String added) {
        this.added = added;
    }
}
