package org.switchroom.campaign.control;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.switchroom.campaign.entity.Campaign;
import org.switchroom.campaign.entity.CampaignSettings;
import org.switchroom.campaign.entity.CampaignVersion;
import org.switchroom.campaign.entity.PartKind;
import org.switchroom.common.Scope;
import org.switchroom.common.control.TestDatabase;
import org.switchroom.common.control.TestEntities;

/** A database without campaigns and with the parts that the migration sows, and short ways to use it. */
public final class CampaignRig implements AutoCloseable {
    static final Scope ALL = Scope.everything();
    static final Instant AT = Instant.parse("2026-11-28T10:00:00.123Z");

    private static final List<String> CLEAN = List.of(
            "delete from campaign_version",
            "delete from campaign",
            "delete from hot_key",
            "delete from recycle_rule",
            "delete from script",
            "delete from preset",
            "delete from caller_id_pool",
            "delete from disposition where changed_by <> 'system'",
            "delete from pause_code where changed_by <> 'system'",
            "delete from call_time where changed_by <> 'system'");

    public final TestDatabase database;
    public final TestEntities entities = new TestEntities(types());

    private CampaignRig(TestDatabase database) {
        this.database = database;
    }

    public static CampaignRig empty() {
        CampaignRig rig = new CampaignRig(TestDatabase.empty());
        CLEAN.forEach(rig.database::run);
        return rig;
    }

    /** Another one who works on the same database. */
    public static CampaignRig beside() {
        return new CampaignRig(TestDatabase.present());
    }

    private static Class<?>[] types() {
        Class<?>[] types = new Class<?>[PartKind.values().length + 2];
        types[0] = Campaign.class;
        types[1] = CampaignVersion.class;
        for (PartKind kind : PartKind.values()) {
            types[kind.ordinal() + 2] = kind.type();
        }
        return types;
    }

    <T> T campaigns(Function<CampaignTable, T> work) {
        return entities.in(() -> work.apply(new CampaignTable(entities.manager())));
    }

    <T> T parts(Function<PartTable, T> work) {
        return entities.in(() -> work.apply(new PartTable(entities.manager())));
    }

    <T> T references(Function<References, T> work) {
        return entities.in(() -> work.apply(new References(entities.manager())));
    }

    CampaignState add(String id, String name) {
        CampaignSettings settings = CampaignRules.settings(CampaignSettings.DEFAULTS, Map.of("name", name));
        return campaigns(table -> table.add(id, settings, "ann", AT));
    }

    CampaignState set(String id, long seen, Map<String, String> values, String by) {
        return campaigns(table -> table.change(
                ALL, id, seen, before -> CampaignRules.settings(before, values), by, AT.plusSeconds(seen)));
    }

    PartState addPart(PartKind kind, String campaign, String code, Map<String, String> given) {
        Map<String, String> values = PartRules.values(kind, Map.of(), given);
        return parts(table -> table.add(kind, campaign, code, values, "ann", AT));
    }

    @Override
    public void close() throws SQLException {
        entities.close();
        database.close();
    }
}
