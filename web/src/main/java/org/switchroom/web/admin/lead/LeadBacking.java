package org.switchroom.web.admin.lead;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.switchroom.common.SituationException;
import org.switchroom.common.StaleVersionException;
import org.switchroom.lead.boundary.LeadLists;
import org.switchroom.lead.boundary.Leads;
import org.switchroom.lead.entity.InvalidLeadException;
import org.switchroom.lead.entity.Lead;
import org.switchroom.lead.entity.LeadChange;
import org.switchroom.lead.entity.LeadField;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.web.support.Viewer;
import org.switchroom.web.support.Words;

/** One lead with all its fields. Who saves over another's change sees who changed what and chooses field by field. */
@Named("lead")
@ViewScoped
public class LeadBacking implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_OWN = 1000;

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

    private long id;
    private long listId;
    private int version;
    private List<LeadLine> fields = new ArrayList<>();
    private List<LeadLine> own = new ArrayList<>();
    private boolean conflict;
    private transient Lead present;

    @PostConstruct
    void read() {
        number("id").flatMap(number -> leads.find(number, viewer.scope())).ifPresent(this::take);
        if (id == 0) {
            listId = number("list").orElse(0L);
            lines(Map.of(), Map.of());
        }
    }

    public String save() {
        try {
            if (id == 0) {
                id = leads.add(listId, typed(), typedOwn(), viewer.name(), viewer.scope());
                return "/admin/lead/lead?faces-redirect=true&id=" + id;
            }
            take(leads.change(id, version, listId, typed(), typedOwn(), viewer.name(), viewer.scope()));
            conflict = false;
            words.say(FacesMessage.SEVERITY_INFO, "lead.saved");
        } catch (StaleVersionException e) {
            meet();
        } catch (InvalidLeadException e) {
            words.sayAt(clientId(e.field()), FacesMessage.SEVERITY_ERROR, e.reason());
        } catch (SituationException e) {
            words.sayAt(null, FacesMessage.SEVERITY_ERROR, e.getMessage());
        }
        return null;
    }

    public String remove() {
        try {
            leads.remove(id, version, viewer.scope());
            return "/admin/lead/search?faces-redirect=true&list=" + listId;
        } catch (SituationException e) {
            words.sayAt(null, FacesMessage.SEVERITY_ERROR, e.getMessage());
            return null;
        }
    }

    /** Another saved meanwhile: shows both, and the next save rests on theirs. */
    private void meet() {
        Optional<Lead> now = leads.find(id, viewer.scope());
        if (now.isEmpty()) {
            words.say(FacesMessage.SEVERITY_ERROR, "lead.gone");
            return;
        }
        version = now.get().version();
        present = now.get();
        fields.forEach(line -> line.meet(shown(now.get(), line.getWord())));
        own.forEach(line -> line.meet(now.get().custom().get(line.getWord())));
        conflict = true;
        words.say(FacesMessage.SEVERITY_ERROR, "lead.changedMeanwhile", getLastBy());
    }

    private Map<LeadField, String> typed() {
        Map<LeadField, String> typed = new EnumMap<>(LeadField.class);
        for (LeadLine line : fields) {
            if (line.merged() != null) {
                typed.put(LeadField.of(line.getWord()).orElseThrow(), line.merged());
            }
        }
        return typed;
    }

    private Map<String, String> typedOwn() {
        Map<String, String> typed = new HashMap<>();
        own.forEach(line -> typed.put(line.getWord(), line.merged()));
        typed.values().removeIf(value -> value == null);
        return typed;
    }

    private void take(Lead lead) {
        id = lead.id();
        listId = lead.listId();
        version = lead.version();
        present = lead;
        Map<String, String> shown = new HashMap<>();
        for (LeadField field : LeadField.values()) {
            shown.put(field.word(), shown(lead, field.word()));
        }
        lines(shown, lead.custom());
    }

    private void lines(Map<String, String> values, Map<String, String> custom) {
        fields = new ArrayList<>();
        for (LeadField field : LeadField.values()) {
            if (field != LeadField.DIAL_CODE) {
                int most = field.isPhone() ? 40 : field.most();
                fields.add(
                        new LeadLine(field.word(), words.of("field." + field.word()), most, values.get(field.word())));
            }
        }
        own = new ArrayList<>();
        Optional.ofNullable(getList())
                .ifPresent(list -> list.fields()
                        .forEach(field -> own.add(
                                new LeadLine(field.name(), field.label(), LONGEST_OWN, custom.get(field.name())))));
    }

    private static String shown(Lead lead, String word) {
        LeadField field = LeadField.of(word).orElseThrow();
        return lead.field(field)
                .map(value -> field.isPhone() ? "+" + value : value)
                .orElse(null);
    }

    private String clientId(String field) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).getWord().equals(field)) {
                return "edit:fields:" + i + ":value";
            }
        }
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).getWord().equals(field)) {
                return "edit:own:" + i + ":value";
            }
        }
        return null;
    }

    private Optional<Long> number(String parameter) {
        return Optional.ofNullable(request.getParameter(parameter))
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    /** Null for one that is not stored yet. */
    public Lead getPresent() {
        if (present == null && id != 0) {
            present = leads.find(id, viewer.scope()).orElse(null);
        }
        return present;
    }

    public List<LeadChange> getHistory() {
        return id == 0 ? List.of() : leads.history(id, viewer.scope());
    }

    /** Who changed it last. */
    public String getLastBy() {
        return getHistory().stream().findFirst().map(LeadChange::by).orElse("-");
    }

    public LeadList getList() {
        return lists.find(listId, viewer.scope()).orElse(null);
    }

    public List<LeadList> getLists() {
        return lists.list(viewer.scope());
    }

    public List<LeadLine> getFields() {
        return fields;
    }

    public List<LeadLine> getOwn() {
        return own;
    }

    public boolean isConflict() {
        return conflict;
    }

    public long getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public long getListId() {
        return listId;
    }

    public void setListId(long listId) {
        this.listId = listId;
    }
}
