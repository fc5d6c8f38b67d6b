package org.switchroom.web.admin.lead;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.switchroom.common.SituationException;
import org.switchroom.lead.boundary.Leads;
import org.switchroom.lead.control.LeadHistory;
import org.switchroom.lead.entity.Lead;
import org.switchroom.lead.entity.LeadField;
import org.switchroom.web.support.Viewer;
import org.switchroom.web.support.Words;

/** Merges another lead into the one that is shown: both side by side, field by field. */
@Named("leadMerge")
@ViewScoped
public class LeadMergeBacking implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Leads leads;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Words words;

    private String otherId;
    private Long found;
    private int otherVersion;
    private int keptVersion;
    private List<LeadLine> lines = new ArrayList<>();

    /** Reads the other lead, to be compared with this one. */
    public void compare(long keptId) {
        found = null;
        lines = new ArrayList<>();
        Lead kept = leads.find(keptId, viewer.scope()).orElse(null);
        Lead other = otherId != null && otherId.strip().matches("[0-9]{1,18}")
                ? leads.find(Long.parseLong(otherId.strip()), viewer.scope()).orElse(null)
                : null;
        if (kept == null || other == null || kept.id() == other.id()) {
            words.sayAt("mergeForm:other", FacesMessage.SEVERITY_ERROR, words.of("lead.noOther"));
            return;
        }
        found = other.id();
        otherVersion = other.version();
        keptVersion = kept.version();
        Map<String, String> ours = LeadHistory.named(kept);
        Map<String, String> theirs = LeadHistory.named(other);
        Set<String> names = new TreeSet<>(ours.keySet());
        names.addAll(theirs.keySet());
        names.remove("list_id");
        names.stream()
                .filter(name -> !Objects.equals(ours.get(name), theirs.get(name)))
                .forEach(name -> {
                    String label = LeadField.of(name).isPresent() ? words.of("field." + name) : name;
                    LeadLine line = new LeadLine(name, label, 0, ours.get(name));
                    line.meet(theirs.get(name));
                    line.setValue(ours.get(name));
                    line.setTakeTheirs(ours.get(name) == null);
                    lines.add(line);
                });
    }

    /** Does it; the other lead is gone afterwards. */
    public String merge(long keptId) {
        Set<String> take = lines.stream()
                .filter(LeadLine::isTakeTheirs)
                .map(LeadLine::getWord)
                .collect(Collectors.toSet());
        try {
            leads.merge(keptId, keptVersion, found, otherVersion, take, viewer.name(), viewer.scope());
            return "/admin/lead/lead?faces-redirect=true&id=" + keptId;
        } catch (SituationException e) {
            words.sayAt(null, FacesMessage.SEVERITY_ERROR, e.getMessage());
            return null;
        }
    }

    public String getOtherId() {
        return otherId;
    }

    public void setOtherId(String otherId) {
        this.otherId = otherId;
    }

    /** Null before there is one to compare with. */
    public Long getFound() {
        return found;
    }

    /** The fields that differ. */
    public List<LeadLine> getLines() {
        return lines;
    }
}
