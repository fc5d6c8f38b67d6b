package org.switchroom.web.admin.campaign;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.switchroom.campaign.boundary.CampaignParts;
import org.switchroom.campaign.control.CampaignInUseException;
import org.switchroom.campaign.control.CampaignTakenException;
import org.switchroom.campaign.control.PartSearch;
import org.switchroom.campaign.control.UnknownCampaignException;
import org.switchroom.campaign.entity.CampaignCatalogue;
import org.switchroom.campaign.entity.Limits;
import org.switchroom.campaign.entity.PartKind;
import org.switchroom.campaign.entity.Reference;
import org.switchroom.campaign.entity.Rule;
import org.switchroom.campaign.entity.Setting;
import org.switchroom.campaign.entity.SettingKind;
import org.switchroom.campaign.entity.Violation;
import org.switchroom.common.SituationException;
import org.switchroom.common.StaleVersionException;
import org.switchroom.web.support.CampaignNames;
import org.switchroom.web.support.Look;
import org.switchroom.web.support.Viewer;
import org.switchroom.web.support.Words;

/** Settings and their values in the reader's language, and what can be chosen for them. */
@Named
@RequestScoped
public class CampaignWords {
    @Inject
    private Look look;

    @Inject
    private Words words;

    @Inject
    private CampaignParts parts;

    @Inject
    private CampaignNames campaigns;

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

    /** The default as people read it; its unit stands beside the field. */
    public String fallback(Setting setting, String campaignId) {
        return setting.kind() == SettingKind.NUMBER
                ? number(new BigDecimal(setting.fallback()), setting.limits())
                : value(setting, setting.fallback(), campaignId);
    }

    /** How far it may go and what it is without an entry: {@code 15 to 120, default 30.} Empty where there is nothing to say. */
    public String range(Setting setting, String campaignId) {
        Limits limits = setting.limits();
        if (setting.kind() == SettingKind.NUMBER) {
            String key = limits.orZero() ? "campaign.rangeOrZero" : "campaign.range";
            return words.of(
                    key, number(limits.least(), limits), number(limits.most(), limits), fallback(setting, campaignId));
        }
        if (setting.fallback().isEmpty()) {
            return limits.required() ? words.of("campaign.needed") : "";
        }
        return words.of("campaign.defaultIs", fallback(setting, campaignId));
    }

    /** What is no number is shown as it was typed. */
    private String withUnit(Setting setting, String value) {
        String shown = setting.check(value).isEmpty() ? number(new BigDecimal(value.strip()), setting.limits()) : value;
        return setting.unit().isEmpty() ? shown : shown + " " + words.of("unit." + setting.unit());
    }

    private String number(BigDecimal value, Limits limits) {
        NumberFormat format = NumberFormat.getInstance(look.getLocale());
        format.setMinimumFractionDigits(limits.decimals());
        return format.format(value);
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
            case NUMBER -> withUnit(setting, value);
            default -> value;
        };
    }

    /** What can be chosen, with nothing on top where that is allowed. */
    public List<Option> options(Setting setting, String campaignId) {
        List<Option> options = new ArrayList<>();
        if (setting.kind() == SettingKind.REFERENCE && !setting.limits().required()) {
            options.add(new Option("", words.of("choice.NONE")));
        }
        labels(setting, campaignId).forEach((value, label) -> options.add(new Option(value, label)));
        return options;
    }

    /** The name of a part that the campaign can use; its code where there is none any more. */
    public String part(PartKind kind, String code, String campaignId) {
        return known.computeIfAbsent(kind + " " + campaignId, key -> named(kind, campaignId))
                .getOrDefault(code, code);
    }

    /** A refusal in a sentence. */
    public String sentence(Violation violation) {
        List<String> values = violation.values();
        if (violation.rule() == Rule.NEEDED_WITH) {
            values = List.of(name(CampaignCatalogue.need(values.get(0))), words.of("choice." + values.get(1)));
        }
        return words.of("rule." + violation.rule(), values.toArray());
    }

    /** A refusal in a sentence. */
    public String sentence(SituationException refused) {
        if (refused instanceof CampaignTakenException) {
            return words.of("campaign.taken");
        }
        if (refused instanceof StaleVersionException) {
            return words.of("campaign.stale");
        }
        if (refused instanceof UnknownCampaignException) {
            return words.of("campaign.notThere");
        }
        return refused instanceof CampaignInUseException used ? sentence(used) : refused.getMessage();
    }

    private String sentence(CampaignInUseException used) {
        String holders = used.holders().stream()
                .map(holder -> words.term("subject", holder.subject()) + " " + holder.key())
                .collect(Collectors.joining(", "));
        return words.of("campaign.inUse." + used.why(), used.key(), holders);
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
        return setting.reference() == Reference.CAMPAIGN
                ? campaigns.getAll()
                : named(PartKind.valueOf(setting.reference().name()), campaignId);
    }

    private Map<String, String> named(PartKind kind, String campaignId) {
        Map<String, String> labels = new LinkedHashMap<>();
        parts.search(kind, viewer.scope(), PartSearch.usableBy(campaignId))
                .forEach(part -> labels.put(part.code(), part.name()));
        return labels;
    }
}
