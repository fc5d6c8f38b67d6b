package org.switchroom.campaign.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CampaignCatalogueTest {
    /** What the administration screen of 2004 had, besides the campaign's id, its lists, and the reset of the hopper. */
    private static final Set<String> OF_2004 = Set.of(
            "name",
            "active",
            "park_place",
            "park_music",
            "web_form",
            "allow_closers",
            "dial_dispositions",
            "list_order",
            "list_direction",
            "hopper_level",
            "hopper_automatic",
            "dial_level",
            "next_agent");

    @Test
    void hasWhatTheScreenOf2004Had() {
        Set<String> ids = new TreeSet<>(OF_2004);

        ids.removeAll(CampaignCatalogue.settings().stream().map(Setting::id).toList());

        assertEquals(Set.of(), ids);
    }

    @Test
    void takesItsOwnDefaultsAndSpellsThemAsTheyAre() {
        List<String> wrong = everySetting()
                .filter(setting ->
                        !setting.id().equals("name") || !setting.fallback().isEmpty())
                .filter(setting -> !setting.fallback().isEmpty())
                .filter(setting -> setting.check(setting.fallback()).isPresent()
                        || !setting.canonical(setting.fallback()).equals(setting.fallback()))
                .map(Setting::id)
                .toList();

        assertEquals(List.of(), wrong);
    }

    @Test
    void namesEachSettingInSnakeCase() {
        assertTrue(everySetting().allMatch(setting -> setting.id().matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")));
    }

    @Test
    void hasSettingsInEachGroupOfCampaigns() {
        Set<SettingGroup> filled =
                CampaignCatalogue.settings().stream().map(Setting::group).collect(Collectors.toSet());

        assertEquals(
                Stream.of(SettingGroup.values())
                        .filter(SettingGroup::isOfCampaign)
                        .collect(Collectors.toSet()),
                filled);
    }

    @Test
    void hasTheDefaultsThatTheTradeKnows() {
        CampaignSettings defaults = CampaignSettings.DEFAULTS;

        assertEquals("MANUAL", defaults.value("dial_method"));
        assertEquals("0.0", defaults.value("dial_level"));
        assertEquals("3.0", defaults.value("highest_level"));
        assertEquals("30", defaults.value("dial_timeout"));
        assertEquals("50", defaults.value("hopper_level"));
        assertEquals("LONGEST_WAIT", defaults.value("next_agent"));
        assertEquals("2.0", defaults.value("connect_limit"));
        assertEquals("NEW", defaults.value("dial_dispositions"));
        assertEquals(false, defaults.active());
        assertEquals(true, defaults.truth("allow_closers"));
        assertEquals(Optional.empty(), CampaignCatalogue.find("no_such_setting"));
    }

    static Stream<Setting> everySetting() {
        return Stream.concat(
                CampaignCatalogue.settings().stream(),
                Stream.of(PartKind.values()).flatMap(kind -> kind.fields().stream()));
    }
}
