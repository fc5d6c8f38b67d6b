package org.switchroom.campaign.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.switchroom.campaign.entity.CampaignCatalogue;
import org.switchroom.campaign.entity.CampaignSettings;
import org.switchroom.campaign.entity.Rule;
import org.switchroom.campaign.entity.Setting;
import org.switchroom.campaign.entity.Violation;

/** What the values of a campaign must be, each by itself and all together. */
public final class CampaignRules {
    private static final Set<String> RATIO_METHODS =
            Set.of("RATIO", "ADAPTIVE_HARD", "ADAPTIVE_AVERAGE", "ADAPTIVE_TAPERED", "PREDICTIVE");
    private static final String DIAL_METHOD = "dial_method";
    private static final String DIAL_LEVEL = "dial_level";
    private static final String HIGHEST_LEVEL = "highest_level";

    /** If a setting has this word, another must have a value. */
    private record Needs(String setting, String word, String other) {}

    private static final List<Needs> NEEDS = List.of(
            new Needs("other_numbers", "AFTER_DISPOSITIONS", "other_numbers_after"),
            new Needs("caller_id_source", "POOL", "caller_id_pool"),
            new Needs("abandoned_action", "IN_GROUP", "abandoned_target"),
            new Needs("abandoned_action", "VOICEMAIL", "abandoned_target"),
            new Needs("abandoned_action", "MENU", "abandoned_target"));
    private static final List<Needs> MACHINE_NEEDS = List.of(
            new Needs("machine_action", "MESSAGE", "machine_message"),
            new Needs("machine_action", "IN_GROUP", "machine_in_group"));

    private CampaignRules() {}

    /**
     * Settings of values as somebody gave them, on top of others.
     *
     * @throws CampaignInvalidException naming all that is wrong
     */
    public static CampaignSettings settings(CampaignSettings base, Map<String, String> given) {
        List<Violation> wrong = new ArrayList<>();
        Map<String, String> canonical = new LinkedHashMap<>();
        given.forEach((id, value) -> {
            Setting setting = CampaignCatalogue.need(id);
            setting.check(value).ifPresentOrElse(wrong::add, () -> canonical.put(id, setting.canonical(value)));
        });
        CampaignSettings settings = base.with(canonical);
        if (wrong.isEmpty()) {
            wrong.addAll(together(settings));
        }
        CampaignInvalidException.refuse(wrong);
        return settings;
    }

    /** What does not fit together. */
    public static List<Violation> together(CampaignSettings settings) {
        List<Violation> wrong = new ArrayList<>();
        CampaignCatalogue.need(CampaignCatalogue.NAME).check(settings.name()).ifPresent(wrong::add);
        if (RATIO_METHODS.contains(settings.value(DIAL_METHOD))) {
            checkLevels(settings, wrong);
        }
        NEEDS.forEach(needs -> check(needs, settings, wrong));
        if (settings.truth("machine_detection")) {
            MACHINE_NEEDS.forEach(needs -> check(needs, settings, wrong));
        }
        return wrong;
    }

    private static void checkLevels(CampaignSettings settings, List<Violation> wrong) {
        if (settings.number(DIAL_LEVEL).signum() == 0) {
            wrong.add(Violation.of(DIAL_LEVEL, Rule.LEVEL_NEEDED));
        } else if (!"RATIO".equals(settings.value(DIAL_METHOD))
                && settings.number(DIAL_LEVEL).compareTo(settings.number(HIGHEST_LEVEL)) > 0) {
            wrong.add(Violation.of(DIAL_LEVEL, Rule.LEVEL_ABOVE_HIGHEST, settings.value(HIGHEST_LEVEL)));
        }
    }

    private static void check(Needs needs, CampaignSettings settings, List<Violation> wrong) {
        if (needs.word.equals(settings.value(needs.setting))
                && settings.value(needs.other).isEmpty()) {
            wrong.add(Violation.of(needs.other, Rule.NEEDED_WITH, needs.setting, needs.word));
        }
    }
}
