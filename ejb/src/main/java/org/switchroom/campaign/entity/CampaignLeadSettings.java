package org.switchroom.campaign.entity;

import static org.switchroom.campaign.entity.CampaignCatalogue.in;
import static org.switchroom.campaign.entity.Setting.choice;
import static org.switchroom.campaign.entity.Setting.lines;
import static org.switchroom.campaign.entity.Setting.number;
import static org.switchroom.campaign.entity.Setting.one;
import static org.switchroom.campaign.entity.Setting.several;
import static org.switchroom.campaign.entity.Setting.text;
import static org.switchroom.campaign.entity.Setting.yesNo;

import java.util.ArrayList;
import java.util.List;

/** The part of the catalogue that says which lead may be dialled, when, and in which order. */
final class CampaignLeadSettings {
    private static final String ATTEMPTS = "attempts";
    private static final String[] ORDERS = {
        "ATTEMPTS", "LOAD_ORDER", "PHONE", "LAST_NAME", "LAST_CALL", "RANK", "OWNER", "TIME_ZONE", "RANDOM"
    };

    private CampaignLeadSettings() {}

    static List<Setting> selection() {
        return in(
                SettingGroup.SELECTION,
                several("dial_dispositions", Reference.DISPOSITION).otherwise("NEW"),
                choice("list_order", ORDERS),
                choice("list_direction", "UP", "DOWN"),
                choice("second_order", withNone()),
                choice("second_direction", "UP", "DOWN"),
                number("every_nth_new", "0", "2", "6").orZero().unit("leads"),
                yesNo("hopper_automatic", true),
                number("hopper_level", "50", "1", "5000").unit("leads"),
                number("hopper_factor", "1.0", "0.1", "10").decimals(1),
                text("list_mix", 500).spelled(Syntax.LIST_MIX),
                lines("lead_filter", 2000, 20).spelled(Syntax.CONDITIONS));
    }

    static List<Setting> recycle() {
        return in(
                SettingGroup.RECYCLE,
                yesNo("recycle", true),
                number("most_attempts", "0", "1", "100").orZero().unit(ATTEMPTS),
                number("most_attempts_day", "0", "1", "50").orZero().unit(ATTEMPTS),
                number("most_attempts_24h", "0", "1", "50").orZero().unit(ATTEMPTS),
                number("most_attempts_7d", "0", "1", "100").orZero().unit(ATTEMPTS),
                choice("attempts_counted_by", "NUMBER", "LEAD", "ACCOUNT"));
    }

    static List<Setting> callTimes() {
        return in(
                SettingGroup.CALL_TIMES,
                one("call_time", Reference.CALL_TIME).otherwise("STANDARD").needed(),
                yesNo("state_hours", true),
                yesNo("holidays", true),
                choice("zone_source", "ALL", "LEAD", "POST_CODE", "AREA_CODE", "COUNTRY"),
                yesNo("uncertain_zone_strict", true));
    }

    static List<Setting> doNotCall() {
        return in(
                SettingGroup.DO_NOT_CALL,
                yesNo("dnc_system", true),
                yesNo("dnc_campaign", false),
                several("dnc_of_campaigns", Reference.CAMPAIGN),
                text("dnc_prefixes", 1000).spelled(Syntax.PREFIXES),
                text("dnc_scrubbed", 10).spelled(Syntax.DATE),
                number("dnc_scrub_age", "31", "1", "365").orZero().unit("days"));
    }

    private static String[] withNone() {
        List<String> orders = new ArrayList<>(List.of("NONE"));
        orders.addAll(List.of(ORDERS));
        return orders.toArray(String[]::new);
    }
}
