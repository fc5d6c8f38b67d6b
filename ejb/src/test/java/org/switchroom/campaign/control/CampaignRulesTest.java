package org.switchroom.campaign.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.switchroom.campaign.entity.CampaignCatalogue;
import org.switchroom.campaign.entity.CampaignSettings;
import org.switchroom.campaign.entity.PartKind;

/** What fits together. */
class CampaignRulesTest {
    private static final CampaignSettings NAMED = CampaignSettings.of(Map.of(CampaignCatalogue.NAME, "Spring"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dial_method=RATIO                                    | dial_level LEVEL_NEEDED",
                "dial_method=PREDICTIVE,dial_level=4                  | dial_level LEVEL_ABOVE_HIGHEST",
                "dial_method=RATIO,dial_level=4                       | -",
                "dial_method=MANUAL,dial_level=4                      | -",
                "caller_id_source=POOL                                | caller_id_pool NEEDED_WITH",
                "caller_id_source=POOL,caller_id_pool=MAIN            | -",
                "abandoned_action=IN_GROUP                            | abandoned_target NEEDED_WITH",
                "machine_action=MESSAGE                               | -",
                "machine_action=MESSAGE,machine_detection=true        | machine_message NEEDED_WITH",
                "other_numbers=AFTER_DISPOSITIONS                     | other_numbers_after NEEDED_WITH",
                "name=                                                | name NEEDED",
            })
    void judgesSettingsTogether(String given, String wrong) {
        assertEquals(wrong, judged(values(given)));
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        CampaignInvalidException refused = assertThrows(
                CampaignInvalidException.class,
                () -> CampaignRules.settings(NAMED, Map.of("dial_timeout", "5", "active", "perhaps")));

        assertEquals(2, refused.violations().size());
    }

    @ParameterizedTest
    @EnumSource(Starter.class)
    void takesEachStarter(Starter starter) {
        CampaignSettings begun = CampaignRules.settings(NAMED, starter.settings());

        assertEquals(starter.on(NAMED), begun);
        assertEquals("Spring", begun.name());
    }

    @Test
    void readsBackWhatItStores() {
        CampaignSettings settings = CampaignRules.settings(
                NAMED, Map.of("dial_level", "1.5", "dial_dispositions", "BUSY,NEW", "blended", "true"));

        assertEquals(
                "{\"name\":\"Spring\",\"dial_level\":1.5,\"dial_dispositions\":[\"BUSY\",\"NEW\"],\"blended\":true}",
                SettingsText.of(settings.changed()));
        assertEquals(settings, SettingsText.read(SettingsText.of(settings.changed())));
        assertEquals(settings, SettingsText.read(SettingsText.of(settings.all())));
    }

    @Test
    void leavesOutWhatIsStoredAndNotKnownAnyMore() {
        assertEquals(NAMED, SettingsText.read("{\"name\":\"Spring\",\"gone\":[1],\"dial_method\":\"WHIRL\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DISPOSITION | name=Sale,least_seconds=60,most_seconds=30 | most_seconds NOT_BELOW",
                "DISPOSITION | name=Sale                                  | -",
                "DISPOSITION | sale=true                                  | name NEEDED",
                "PRESET      | name=UK                                    | target NEEDED",
                "PRESET      | name=UK,dtmf=#1                            | -",
                "PRESET      | name=UK,target=500&PJSIP/trunk/1900        | target NO_DIGITS",
                "RECYCLE_RULE| delay_minutes=1                            | delay_minutes OUT_OF_RANGE",
                "RECYCLE_RULE| most_attempts=11                           | most_attempts OUT_OF_RANGE",
                "HOT_KEY     | disposition=                               | disposition NEEDED",
                "CALLER_ID_POOL | name=Main,numbers=+12125550100 verified | -",
                "CALLER_ID_POOL | name=Main,numbers=12125550100           | numbers NO_CALLER_IDS",
                "SCRIPT      | name=Hello,body=Hello {{first_name}}       | -",
                "SCRIPT      | name=Hello,body=Hello {{first}}            | body UNKNOWN_FIELD",
            })
    void judgesParts(PartKind kind, String given, String wrong) {
        assertEquals(wrong, said(() -> PartRules.values(kind, Map.of(), values(given))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DISPOSITION | SALE_1 | -",
                "DISPOSITION | sale   | code NO_CODE",
                "HOT_KEY     | 0      | code NO_HOT_KEY",
                "HOT_KEY     | 9      | -",
                "SCRIPT      | ''     | code NEEDED",
            })
    void judgesKeys(PartKind kind, String key, String wrong) {
        assertEquals(wrong, said(() -> PartRules.checkKey(kind, key)));
    }

    private static String judged(Map<String, String> values) {
        return said(() -> CampaignRules.settings(NAMED, values));
    }

    private static String said(Runnable judge) {
        try {
            judge.run();
            return "-";
        } catch (CampaignInvalidException e) {
            assertEquals(1, e.violations().size(), e::getMessage);
            return e.violations().get(0).field() + " " + e.violations().get(0).rule();
        }
    }

    private static Map<String, String> values(String given) {
        Map<String, String> values = new HashMap<>();
        for (String part : List.of(given.split(","))) {
            values.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
        }
        return values;
    }
}
