package org.switchroom.web.admin.lead;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.switchroom.common.StaleVersionException;
import org.switchroom.lead.boundary.LeadLists;
import org.switchroom.lead.entity.LeadList;
import org.switchroom.web.support.Viewer;
import org.switchroom.web.support.Words;

/** The lists of leads with their switch and how many leads they have. */
@Named("leadLists")
@ViewScoped
public class LeadListsBacking implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient LeadLists lists;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Words words;

    private transient List<LeadList> all;
    private transient Map<Long, Long> sizes;

    public void refresh() {
        all = null;
        sizes = null;
    }

    public void toggle(LeadList list) {
        try {
            lists.change(list.withActive(!list.active()), viewer.scope());
        } catch (StaleVersionException e) {
            words.say(FacesMessage.SEVERITY_ERROR, "lists.changedMeanwhile", list.name());
        }
        refresh();
    }

    public List<LeadList> getAll() {
        if (all == null) {
            all = lists.list(viewer.scope());
        }
        return all;
    }

    public long size(LeadList list) {
        if (sizes == null) {
            sizes = lists.sizes();
        }
        return sizes.getOrDefault(list.id(), 0L);
    }

    public boolean expired(LeadList list) {
        return list.isExpired(lists.today());
    }
}
