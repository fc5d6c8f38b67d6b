package org.switchroom.campaign.entity;

import static org.switchroom.campaign.entity.Setting.choice;
import static org.switchroom.campaign.entity.Setting.number;
import static org.switchroom.campaign.entity.Setting.one;
import static org.switchroom.campaign.entity.Setting.several;
import static org.switchroom.campaign.entity.Setting.text;
import static org.switchroom.campaign.entity.Setting.yesNo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every setting that a campaign has, with its default. What stands here is what pages show, REST takes and the dialer reads. */
public final class CampaignCatalogue {
    public static final String NAME = "name";
    public static final String ACTIVE = "active";
    private static final String SECONDS = "seconds";
    private static final String MINUTES = "minutes";
    private static final String ATTEMPTS = "attempts";

    private static final Map<String, Setting> SETTINGS = Stream.of(
                    general(),
                    method(),
                    dialling(),
                    CampaignLeadSettings.selection(),
                    CampaignLeadSettings.recycle(),
                    CampaignLeadSettings.callTimes(),
                    CampaignLeadSettings.doNotCall(),
                    callerId(),
                    recording(),
                    machines(),
                    abandoned(),
                    agentTime(),
                    desk(),
                    routing(),
                    webhooks())
            .flatMap(List::stream)
            .collect(Collectors.toMap(Setting::id, Function.identity(), (a, b) -> twice(a), LinkedHashMap::new));
    private static final List<Setting> ALL = List.copyOf(SETTINGS.values());

    private CampaignCatalogue() {}

    /** All of them, group by group. */
    public static List<Setting> settings() {
        return ALL;
    }

    public static Optional<Setting> find(String id) {
        return Optional.ofNullable(SETTINGS.get(id));
    }

    /** @throws IllegalArgumentException if there is none of this id */
    public static Setting need(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no setting " + id));
    }

    private static List<Setting> general() {
        return in(SettingGroup.GENERAL, text(NAME, 60).needed(), yesNo(ACTIVE, false), text("description", 200));
    }

    private static List<Setting> method() {
        return in(
                SettingGroup.METHOD,
                choice(
                        "dial_method",
                        "MANUAL",
                        "PREVIEW",
                        "RATIO",
                        "ADAPTIVE_HARD",
                        "ADAPTIVE_AVERAGE",
                        "ADAPTIVE_TAPERED",
                        "PREDICTIVE",
                        "INBOUND_ONLY"),
                number("dial_level", "0.0", "1", "20").decimals(1).orZero().unit("lines"),
                number("highest_level", "3.0", "1", "20").decimals(1).unit("lines"),
                yesNo("free_agents_only", false),
                number("slow_below", "0", "1", "1000").orZero().unit("agents"),
                number("target_difference", "0", "-40", "40").unit("agents"),
                number("intensity", "0.00", "-0.4", "0.4").decimals(2),
                text("latest_dialing", 5)
                        .spelled(Syntax.TIME)
                        .otherwise("21:00")
                        .needed());
    }

    private static List<Setting> dialling() {
        return in(
                SettingGroup.DIALLING,
                number("dial_timeout", "30", "15", "120").unit(SECONDS),
                text("trunk_group", 80).spelled(Syntax.NAME),
                text("dial_prefix", 10).spelled(Syntax.DIGITS),
                yesNo("omit_country_code", false),
                number("most_calls", "0", "1", "5000").orZero().unit("calls"),
                number("reserved_channels", "0", "1", "5000").orZero().unit("channels"),
                choice("other_numbers", "NEVER", "AFTER_DISPOSITIONS", "ALL"),
                several("other_numbers_after", Reference.DISPOSITION),
                choice("other_numbers_order", "AS_LISTED", "REVERSED", "LEAST_TRIED"));
    }

    private static List<Setting> callerId() {
        return in(
                SettingGroup.CALLER_ID,
                choice("caller_id_source", "FIXED", "PER_LIST", "POOL"),
                text("caller_id_number", 16).spelled(Syntax.PHONE),
                text("caller_id_name", 40),
                one("caller_id_pool", Reference.CALLER_ID_POOL),
                yesNo("verified_numbers_only", true));
    }

    private static List<Setting> recording() {
        return in(
                SettingGroup.RECORDING,
                choice("recording", "ON_DEMAND", "NEVER", "ALL", "ALL_FORCED"),
                text("recording_name", 120)
                        .spelled(Syntax.FILE_NAME)
                        .otherwise("{{campaign}}_{{date}}_{{time}}_{{phone}}")
                        .needed(),
                choice("recording_consent", "NONE", "ANNOUNCE", "ASK"),
                yesNo("recording_stereo", true),
                yesNo("card_pause", true),
                number("card_pause_seconds", "60", "10", "600").unit(SECONDS));
    }

    private static List<Setting> machines() {
        return in(
                SettingGroup.MACHINES,
                yesNo("machine_detection", false),
                choice("machine_action", "HANG_UP", "MESSAGE", "TO_AGENT", "IN_GROUP"),
                text("machine_message", 80).spelled(Syntax.NAME),
                text("machine_in_group", 40).spelled(Syntax.NAME),
                yesNo("machine_wait_for_silence", true),
                number("machine_silence", "2.0", "0.5", "10").decimals(1).unit(SECONDS));
    }

    private static List<Setting> abandoned() {
        return in(
                SettingGroup.ABANDONED,
                choice("policy", "STRICTEST", "US_FEDERAL", "US_STATES", "UK", "CANADA", "OWN"),
                number("connect_limit", "2.0", "0.5", "30").decimals(1).unit(SECONDS),
                choice("connect_start", "GREETING_END", "GREETING_START", "ANSWER"),
                choice("abandoned_action", "MESSAGE", "HANG_UP", "IN_GROUP", "VOICEMAIL", "MENU"),
                text("abandoned_message", 80).spelled(Syntax.NAME),
                text("abandoned_target", 40).spelled(Syntax.NAME),
                number("abandoned_ratio", "3.0", "0", "10").decimals(1).unit("percent"),
                number("abandoned_window", "30", "1", "90").unit("days"),
                number("abandoned_lockout", "72", "1", "720").orZero().unit("hours"),
                several("abandoned_counted_with", Reference.CAMPAIGN));
    }

    private static List<Setting> agentTime() {
        return in(
                SettingGroup.AGENT_TIME,
                number("wrap_up_seconds", "0", "1", "3600").orZero().unit(SECONDS),
                text("wrap_up_message", 200),
                number("longest_pause", "0", "1", "480").orZero().unit(MINUTES),
                number("longest_wrap_up", "0", "5", "3600").orZero().unit(SECONDS),
                number("longest_dead", "0", "5", "3600").orZero().unit(SECONDS),
                number("pause_after_missed", "3", "1", "20").orZero().unit("calls"));
    }

    private static List<Setting> desk() {
        return in(
                SettingGroup.DESK,
                one("script", Reference.SCRIPT),
                text("web_form", 1000).spelled(Syntax.WEB_FORM),
                text("web_form_2", 1000).spelled(Syntax.WEB_FORM),
                text("web_form_3", 1000).spelled(Syntax.WEB_FORM),
                choice("web_form_target", "TAB", "FRAME"),
                yesNo("custom_form", true),
                yesNo("hot_keys", false),
                yesNo("pause_codes_required", false),
                one("no_disposition", Reference.DISPOSITION)
                        .otherwise("NONE_GIVEN")
                        .needed(),
                yesNo("presets", true),
                yesNo("callbacks_mine", true),
                yesNo("callbacks_anyone", true),
                number("callbacks_most_open", "50", "1", "1000").orZero().unit("callbacks"),
                choice("manual_dialling", "BY_RIGHT", "NOBODY", "EVERYBODY"),
                number("manual_list", "0", "1", "999999999999").orZero());
    }

    private static List<Setting> routing() {
        return in(
                SettingGroup.ROUTING,
                choice(
                        "next_agent",
                        "LONGEST_WAIT",
                        "OLDEST_CALL_FINISH",
                        "OLDEST_CALL_START",
                        "FEWEST_CALLS",
                        "SKILL_LEVEL",
                        "AGENT_RANK",
                        "GRADE_LOTTERY",
                        "RANDOM",
                        "SAME_AGENT_FIRST"),
                number("same_agent_seconds", "10", "1", "120").unit(SECONDS),
                number("answered_priority", "50", "0", "99"),
                yesNo("allow_closers", true),
                text("in_groups", 1000).spelled(Syntax.NAMES),
                yesNo("blended", false),
                text("queue_first", 1000).spelled(Syntax.NAMES),
                text("transfer_groups", 1000).spelled(Syntax.NAMES),
                text("park_place", 40).spelled(Syntax.NAME),
                text("park_music", 40).spelled(Syntax.NAME).otherwise("default").needed(),
                number("park_limit", "300", "10", "3600").orZero().unit(SECONDS));
    }

    private static List<Setting> webhooks() {
        return in(
                SettingGroup.WEBHOOKS,
                text("webhook_start", 500).spelled(Syntax.URL),
                text("webhook_answer", 500).spelled(Syntax.URL),
                text("webhook_disposition", 500).spelled(Syntax.URL),
                text("webhook_abandoned", 500).spelled(Syntax.URL),
                text("webhook_callback", 500).spelled(Syntax.URL),
                number("webhook_tries", "5", "1", "20").unit(ATTEMPTS));
    }

    static List<Setting> in(SettingGroup group, Setting... settings) {
        return Stream.of(settings).map(setting -> setting.in(group)).toList();
    }

    private static Setting twice(Setting setting) {
        throw new IllegalStateException("two settings " + setting.id());
    }
}
