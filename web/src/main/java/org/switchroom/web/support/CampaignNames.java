package org.switchroom.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import org.switchroom.campaign.boundary.Campaigns;
import org.switchroom.campaign.control.CampaignSearch;

/** The names of the campaigns that the viewer sees, asked for once a request. */
@Named
@RequestScoped
public class CampaignNames {
    @Inject
    private Campaigns campaigns;

    @Inject
    private Viewer viewer;

    private Map<String, String> names;

    /** Names by id, in the order of ids. */
    public Map<String, String> getAll() {
        if (names == null) {
            names = new LinkedHashMap<>();
            campaigns
                    .search(viewer.scope(), CampaignSearch.all())
                    .forEach(each -> names.put(each.id(), each.settings().name()));
        }
        return names;
    }

    /** What can be chosen: those that are seen, and what is chosen already, whatever became of it. */
    public Map<String, String> with(String chosen) {
        Map<String, String> all = new LinkedHashMap<>(getAll());
        if (chosen != null && !chosen.isEmpty()) {
            all.putIfAbsent(chosen, chosen);
        }
        return all;
    }

    /** Its name, or its id where it has none for this viewer. */
    public String name(String id) {
        return getAll().getOrDefault(id, id);
    }
}
