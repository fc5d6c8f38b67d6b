package org.switchroom.campaign.entity;

import static org.switchroom.campaign.entity.CampaignCatalogue.in;
import static org.switchroom.campaign.entity.Setting.choice;
import static org.switchroom.campaign.entity.Setting.lines;
import static org.switchroom.campaign.entity.Setting.number;
import static org.switchroom.campaign.entity.Setting.one;
import static org.switchroom.campaign.entity.Setting.text;
import static org.switchroom.campaign.entity.Setting.yesNo;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The kinds of parts: which fields each has, how its key is spelled, and whether a campaign may have its own. */
public enum PartKind {
    DISPOSITION("disposition", "dispositions", Disposition.class, Disposition::new, Syntax.CODE, true),
    PAUSE_CODE("pause_code", "pause-codes", PauseCode.class, PauseCode::new, Syntax.CODE, true),
    HOT_KEY("hot_key", "hot-keys", HotKey.class, HotKey::new, Syntax.HOT_KEY, true),
    RECYCLE_RULE("recycle_rule", "recycle-rules", RecycleRule.class, RecycleRule::new, Syntax.CODE, true),
    CALL_TIME("call_time", "call-times", CallTime.class, CallTime::new, Syntax.CODE, false),
    SCRIPT("script", "scripts", Script.class, Script::new, Syntax.CODE, true),
    PRESET("preset", "presets", Preset.class, Preset::new, Syntax.CODE, true),
    CALLER_ID_POOL("caller_id_pool", "caller-id-pools", CallerIdPool.class, CallerIdPool::new, Syntax.CODE, false);

    private static final String SECONDS = "seconds";

    private final String subject;
    private final String path;
    private final Class<? extends CampaignPart> type;
    private final Supplier<? extends CampaignPart> maker;
    private final Syntax key;
    private final boolean perCampaign;

    PartKind(
            String subject,
            String path,
            Class<? extends CampaignPart> type,
            Supplier<? extends CampaignPart> maker,
            Syntax key,
            boolean perCampaign) {
        this.subject = subject;
        this.path = path;
        this.type = type;
        this.maker = maker;
        this.key = key;
        this.perCampaign = perCampaign;
    }

    /** Name of its table, and of the subject of what the audit tells. */
    public String subject() {
        return subject;
    }

    /** Its name in addresses. */
    public String path() {
        return path;
    }

    /** The kind of this name in addresses. */
    public static Optional<PartKind> at(String path) {
        return Stream.of(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }

    public Class<? extends CampaignPart> type() {
        return type;
    }

    /** A new one without key and values. */
    public CampaignPart make() {
        return maker.get();
    }

    /** Whether a campaign may have its own. */
    public boolean isPerCampaign() {
        return perCampaign;
    }

    /** The field that its key is entered in. */
    public Setting keyField() {
        return in(SettingGroup.PART, text("code", 20).spelled(key).needed()).get(0);
    }

    /** Its fields without key and campaign, in the order of its page. */
    public List<Setting> fields() {
        return Fields.of(this);
    }

    /** Kept apart, so that the kinds are there before their fields. */
    private static final class Fields {
        private static final Setting NAME =
                in(SettingGroup.PART, text("name", 60).needed()).get(0);
        private static final Setting ACTIVE =
                in(SettingGroup.PART, yesNo("active", true)).get(0);
        private static final Setting PLACE =
                in(SettingGroup.PART, number("place", "0", "0", "9999")).get(0);

        private static final List<Setting> DISPOSITION = all(
                List.of(NAME, ACTIVE),
                in(
                        SettingGroup.DISPOSITION,
                        yesNo("selectable", true),
                        yesNo("human_answered", true),
                        yesNo("customer_contact", false),
                        yesNo("sale", false),
                        yesNo("not_interested", false),
                        yesNo("callback", false),
                        yesNo("dnc", false),
                        yesNo("unworkable", false),
                        yesNo("completed", false),
                        yesNo("answering_machine", false),
                        choice("category", "OTHER", "SYSTEM", "CONTACT", "NO_CONTACT", "SALE", "REFUSAL"),
                        number("least_seconds", "0", "1", "7200").orZero().unit(SECONDS),
                        number("most_seconds", "0", "1", "7200").orZero().unit(SECONDS)),
                List.of(PLACE));
        private static final List<Setting> PAUSE_CODE = all(
                List.of(NAME, ACTIVE),
                in(
                        SettingGroup.PAUSE_CODE,
                        yesNo("paid", true),
                        number("limit_minutes", "0", "1", "480").orZero().unit("minutes"),
                        yesNo("needs_approval", false)),
                List.of(PLACE));
        private static final List<Setting> HOT_KEY = in(
                SettingGroup.DISPOSITION,
                one("disposition", Reference.DISPOSITION).needed());
        private static final List<Setting> RECYCLE_RULE = all(
                List.of(ACTIVE),
                in(
                        SettingGroup.RECYCLE_RULE,
                        number("delay_minutes", "60", "2", "43200").unit("minutes"),
                        number("most_attempts", "3", "1", "10").unit("attempts")));
        private static final List<Setting> CALL_TIME = all(
                List.of(NAME, ACTIVE),
                in(
                        SettingGroup.CALL_TIME,
                        Stream.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
                                .map(day -> text(day, 100).spelled(Syntax.HOURS).otherwise("09:00-21:00"))
                                .toArray(Setting[]::new)),
                in(
                        SettingGroup.CALL_TIME,
                        lines("holidays", 20_000, 400).spelled(Syntax.HOLIDAYS),
                        lines("states", 20_000, 400).spelled(Syntax.STATE_HOURS)));
        private static final List<Setting> SCRIPT = all(
                List.of(NAME, ACTIVE),
                in(SettingGroup.SCRIPT, lines("body", 20_000, 500).spelled(Syntax.WITH_FIELDS)),
                List.of(PLACE));
        private static final List<Setting> PRESET = all(
                List.of(NAME, ACTIVE),
                in(
                        SettingGroup.PRESET,
                        text("target", 40).spelled(Syntax.TARGET),
                        text("dtmf", 60).spelled(Syntax.DTMF),
                        choice("way", "ANY", "BLIND", "WITH_CUSTOMER", "CUSTOMER_PARKED"),
                        one("call_time", Reference.CALL_TIME),
                        yesNo("target_hidden", false)),
                List.of(PLACE));
        private static final List<Setting> CALLER_ID_POOL = all(
                List.of(NAME, ACTIVE),
                in(
                        SettingGroup.CALLER_ID_POOL,
                        choice("chosen_by", "AREA_CODE", "ROTATION", "RANDOM"),
                        lines("numbers", 20_000, 500).spelled(Syntax.CALLER_IDS)));

        @SafeVarargs
        private static List<Setting> all(List<Setting>... groups) {
            return Stream.of(groups).flatMap(List::stream).toList();
        }

        private static List<Setting> of(PartKind kind) {
            return switch (kind) {
                case DISPOSITION -> DISPOSITION;
                case PAUSE_CODE -> PAUSE_CODE;
                case HOT_KEY -> HOT_KEY;
                case RECYCLE_RULE -> RECYCLE_RULE;
                case CALL_TIME -> CALL_TIME;
                case SCRIPT -> SCRIPT;
                case PRESET -> PRESET;
                case CALLER_ID_POOL -> CALLER_ID_POOL;
            };
        }
    }
}
