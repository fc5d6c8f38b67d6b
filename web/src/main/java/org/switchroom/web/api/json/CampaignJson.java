package org.switchroom.web.api.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import org.switchroom.campaign.control.CampaignState;
import org.switchroom.campaign.control.PartState;
import org.switchroom.campaign.control.SavedVersion;
import org.switchroom.campaign.entity.CampaignCatalogue;
import org.switchroom.campaign.entity.Reference;
import org.switchroom.campaign.entity.Setting;
import org.switchroom.campaign.entity.SettingChange;
import org.switchroom.campaign.entity.SettingKind;

/** Campaigns, their versions and their parts as JSON; each value has the type of its kind. */
public final class CampaignJson {
    private CampaignJson() {}

    /** What lists show. */
    public static void writeSummary(CampaignState campaign, JsonFields json) {
        json.field("id", campaign.id())
                .field("name", campaign.settings().name())
                .field("active", campaign.settings().active())
                .field("version", campaign.version())
                .field("changed_by", campaign.changedBy())
                .field("changed_at", campaign.changedAt());
    }

    public static void write(CampaignState campaign, JsonFields json) {
        writeSummary(campaign, json);
        write("settings", CampaignCatalogue.settings(), campaign.settings().all(), json);
        json.strings("changed", new ArrayList<>(campaign.settings().changed().keySet()));
    }

    public static void write(SavedVersion version, JsonFields json) {
        json.field("number", version.number())
                .field("author", version.author())
                .field("saved_at", version.savedAt())
                .array("changes", version.changes(), CampaignJson::write);
    }

    private static void write(SettingChange change, JsonFields json) {
        json.field("setting", change.setting().id())
                .field("before", change.before())
                .field("after", change.after());
    }

    public static void write(PartState part, JsonFields json) {
        json.field("id", part.id())
                .field("campaign_id", part.campaignId())
                .field("code", part.code())
                .field("built_in", part.builtIn())
                .field("version", part.version())
                .field("changed_by", part.changedBy())
                .field("changed_at", part.changedAt());
        write("values", part.kind().fields(), part.values(), json);
    }

    /** A line of the catalogue. */
    public static void write(Setting setting, JsonFields json) {
        boolean number = setting.kind() == SettingKind.NUMBER;
        json.field("id", setting.id())
                .field("group", setting.group())
                .field("kind", setting.kind())
                .field("default", setting.fallback())
                .field("least", number ? setting.limits().least().toPlainString() : null)
                .field("most", number ? setting.limits().most().toPlainString() : null)
                .field("zero_allowed", number && setting.limits().orZero())
                .field(
                        "longest",
                        number ? null : Integer.valueOf(setting.limits().longest()))
                .field("unit", setting.unit().isEmpty() ? null : setting.unit())
                .field("refers_to", setting.reference() == Reference.NONE ? null : setting.reference())
                .strings("choices", setting.choices());
    }

    private static void write(String name, Collection<Setting> settings, Map<String, String> values, JsonFields json) {
        json.object(name, object -> settings.forEach(setting -> write(setting, values.get(setting.id()), object)));
    }

    private static void write(Setting setting, String value, JsonFields json) {
        switch (setting.kind()) {
            case YES_NO -> json.field(setting.id(), Boolean.parseBoolean(value));
            case NUMBER -> json.field(setting.id(), new BigDecimal(value));
            case SET, REFERENCES -> json.strings(setting.id(), Setting.words(value));
            default -> json.field(setting.id(), value);
        }
    }
}
