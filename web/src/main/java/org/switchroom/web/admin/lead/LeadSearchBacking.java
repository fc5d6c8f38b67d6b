package org.switchroom.web.admin.lead;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.switchroom.common.SituationException;
import org.switchroom.lead.boundary.LeadLists;
import org.switchroom.lead.boundary.Leads;
import org.switchroom.lead.control.PhoneReading;
import org.switchroom.lead.entity.CappedCount;
import org.switchroom.lead.entity.Lead;
import org.switchroom.lead.entity.LeadField;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.lead.entity.LeadPage;
import org.switchroom.lead.entity.LeadSearch;
import org.switchroom.lead.entity.LeadSearch.Key;
import org.switchroom.web.support.Viewer;
import org.switchroom.web.support.Words;

/** Lead search: one key, a beginning is enough; rows are added at the end. */
@Named("leadSearch")
@ViewScoped
public class LeadSearchBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    @Inject
    private transient Leads leads;

    @Inject
    private transient LeadLists lists;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Words words;

    @Inject
    private transient HttpServletRequest request;

    private Key key = Key.PHONE;
    private String text;
    private Long list;
    private transient List<Lead> found = new ArrayList<>();
    private transient List<LeadList> visible;
    private String next;
    private int count;
    private boolean more;
    private boolean asked;

    @PostConstruct
    void read() {
        String wanted = request.getParameter("list");
        if (wanted != null && wanted.matches("[0-9]{1,9}")) {
            list = Long.valueOf(wanted);
            search();
        }
    }

    public void search() {
        found = new ArrayList<>();
        next = null;
        asked = text != null || list != null;
        if (asked) {
            try {
                CappedCount all = leads.count(wanted(), viewer.scope());
                count = all.count();
                more = all.more();
                addPage(wanted());
            } catch (SituationException e) {
                words.sayAt("search:text", FacesMessage.SEVERITY_ERROR, e.getMessage());
            }
        }
    }

    public void showMore() {
        addPage(wanted().after(next));
    }

    private void addPage(LeadSearch search) {
        LeadPage page = leads.search(search, viewer.scope(), PAGE);
        getFound().addAll(page.leads());
        next = page.next().orElse(null);
    }

    private LeadSearch wanted() {
        if (text == null) {
            return LeadSearch.ofList(list);
        }
        String bare = text.strip();
        return switch (key) {
            case PHONE ->
                LeadSearch.of(key, digits(bare), PhoneReading.digitsOf(bare).isEmpty())
                        .inList(list);
            case LAST_NAME, VENDOR_ID -> LeadSearch.of(key, bare, true).inList(list);
            case STATUS ->
                LeadSearch.of(key, bare.toUpperCase(Locale.ROOT), false).inList(list);
            case ID, LIST -> LeadSearch.of(Key.ID, bare, false).inList(list);
        };
    }

    private static String digits(String written) {
        return PhoneReading.digitsOf(written).orElseGet(() -> written.replaceAll("[^0-9]", ""));
    }

    public String name(Lead lead) {
        String first = lead.fields().getOrDefault(LeadField.FIRST_NAME, "");
        return (first + " " + lead.fields().getOrDefault(LeadField.LAST_NAME, "")).strip();
    }

    /** Grouped as its country writes it. */
    public String phone(Lead lead) {
        return PhoneReading.shown(lead.fields().get(LeadField.PHONE));
    }

    public String field(Lead lead, String word) {
        return LeadField.of(word).flatMap(lead::field).orElse("");
    }

    public String listName(Lead lead) {
        return getLists().stream()
                .filter(each -> each.id() == lead.listId())
                .map(LeadList::name)
                .findFirst()
                .orElse("");
    }

    public List<LeadList> getLists() {
        if (visible == null) {
            visible = lists.list(viewer.scope());
        }
        return visible;
    }

    public Key[] getKeys() {
        return new Key[] {Key.PHONE, Key.LAST_NAME, Key.VENDOR_ID, Key.STATUS, Key.ID};
    }

    public List<Lead> getFound() {
        if (found == null) {
            found = new ArrayList<>();
        }
        return found;
    }

    public boolean isMoreThere() {
        return next != null;
    }

    public int getCount() {
        return count;
    }

    /** Whether there are more than were counted. */
    public boolean isMore() {
        return more;
    }

    public boolean isAsked() {
        return asked;
    }

    public Key getKey() {
        return key;
    }

    public void setKey(Key key) {
        this.key = key;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public Long getList() {
        return list;
    }

    public void setList(Long list) {
        this.list = list;
    }
}
