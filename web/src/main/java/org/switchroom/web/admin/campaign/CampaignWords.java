package org.switchroom.web.admin.campaign;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.switchroom.campaign.boundary.CampaignParts;
import org.switchroom.campaign.boundary.Campaigns;
import org.switchroom.campaign.control.CampaignSearch;
import org.switchroom.campaign.control.PartSearch;
import org.switchroom.campaign.entity.CampaignCatalogue;
import org.switchroom.campaign.entity.PartKind;
import org.switchroom.campaign.entity.Reference;
import org.switchroom.campaign.entity.Rule;
import org.switchroom.campaign.entity.Setting;
import org.switchroom.campaign.entity.SettingKind;
import org.switchroom.campaign.entity.Violation;
import org.switchroom.web.support.Viewer;
import org.switchroom.web.support.Words;

/** Settings and their values in the reader's language, and what can be chosen for them. */
@Named
@RequestScoped
public class CampaignWords {
    @Inject
    private Words words;

    @Inject
    private CampaignParts parts;

    @Inject
    private Campaigns campaigns;

    @Inject
    private Viewer viewer;

    private final Map<String, Map<String, String>> known = new HashMap<>();

    /** One thing that can be chosen. */
    public record Option(String value, String label) {}

    public String name(Setting setting) {
        return words.of(setting.words());
    }

    public String help(Setting setting) {
        return words.of(setting.words() + ".help");
    }

    /** A value as people read it, with its unit. */
    public String value(Setting setting, String value, String campaignId) {
        if (value == null || value.isEmpty()) {
            return words.of("campaign.empty");
        }
        return switch (setting.kind()) {
            case YES_NO -> "true".equals(value) ? words.of("yes") : words.of("no");
            case CHOICE, SET, REFERENCE, REFERENCES ->
                Setting.words(value).stream()
                        .map(word -> labels(setting, campaignId).getOrDefault(word, word))
                        .collect(Collectors.joining(", "));
            case NUMBER -> setting.unit().isEmpty() ? value : value + " " + words.of("unit." + setting.unit());
            default -> value;
        };
    }

    /** What can be chosen, with nothing on top where that is allowed. */
    public List<Option> options(Setting setting, String campaignId) {
        List<Option> options = new ArrayList<>();
        if (setting.kind() == SettingKind.REFERENCE) {
            options.add(new Option("", words.of("choice.NONE")));
        }
        labels(setting, campaignId).forEach((value, label) -> options.add(new Option(value, label)));
        return options;
    }

    /** A refusal in a sentence. */
    public String sentence(Violation violation) {
        List<String> values = violation.values();
        if (violation.rule() == Rule.NEEDED_WITH) {
            values = List.of(name(CampaignCatalogue.need(values.get(0))), words.of("choice." + values.get(1)));
        }
        return words.of("rule." + violation.rule(), values.toArray());
    }

    private Map<String, String> labels(Setting setting, String campaignId) {
        return setting.reference() == Reference.NONE
                ? choices(setting)
                : known.computeIfAbsent(setting.reference() + " " + campaignId, key -> there(setting, campaignId));
    }

    private Map<String, String> choices(Setting setting) {
        Map<String, String> labels = new LinkedHashMap<>();
        setting.choices().forEach(choice -> labels.put(choice, words.of("choice." + choice)));
        return labels;
    }

    private Map<String, String> there(Setting setting, String campaignId) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (setting.reference() == Reference.CAMPAIGN) {
            campaigns
                    .search(viewer.scope(), CampaignSearch.all())
                    .forEach(campaign ->
                            labels.put(campaign.id(), campaign.settings().name()));
        } else {
            PartKind kind = PartKind.valueOf(setting.reference().name());
            parts.search(kind, viewer.scope(), PartSearch.usableBy(campaignId))
                    .forEach(part -> labels.put(part.code(), part.name()));
        }
        return labels;
    }
}
