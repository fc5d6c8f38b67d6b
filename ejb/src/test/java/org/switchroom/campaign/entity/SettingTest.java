package org.switchroom.campaign.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which values each setting takes, as a table. */
class SettingTest {
    private static final String TABLE = """
            active               | true                               | true
            active               | false                              | false
            dial_method          | PREDICTIVE                         | PREDICTIVE
            dial_level           | 0                                  | 0.0
            dial_level           | 1                                  | 1.0
            dial_level           | 1.50                               | 1.5
            dial_level           | 20                                 | 20.0
            intensity            | -0.4                               | -0.40
            target_difference    | -1                                 | -1
            dial_timeout         | 15                                 | 15
            slow_below           | 0                                  | 0
            latest_dialing       | 23:59                              | 23:59
            trunk_group          | carrier-1.main                     | carrier-1.main
            dial_prefix          | *72#                               | *72#
            dial_dispositions    | NEW, BUSY ,NEW                     | BUSY,NEW
            list_mix             | 101:60, 102:40                     | 101:60, 102:40
            dnc_prefixes         | +1900, +44870                      | +1900, +44870
            dnc_scrubbed         | 2026-02-28                         | 2026-02-28
            caller_id_number     | +12125550100                       | +12125550100
            caller_id_name       | <script>alert(1)</script>          | <script>alert(1)</script>
            recording_name       | {{campaign}}-{{phone}}             | {{campaign}}-{{phone}}
            web_form             | https://crm.example/a?p={{phone}}  | https://crm.example/a?p={{phone}}
            web_form             | http://[                           | NO_URL
            web_form             | javascript:alert(1)                | NO_URL
            web_form             | https://{{phone}}.example/         | https://{{phone}}.example/
            web_form             | https://crm.example/{{secret}}     | UNKNOWN_FIELD
            web_form             | https://crm.example/{{phone        | NO_URL
            web_form             | https://crm.example/"onload=x      | NO_URL
            webhook_start        | https://crm.example:8443/x         | https://crm.example:8443/x
            webhook_start        | file:///etc/passwd                 | NO_URL
            recording_name       | ../../etc/passwd                   | NO_NAME
            recording_name       | ;rm                                | NO_NAME
            active               | yes                                | NO_TRUTH
            dial_method          | FASTER                             | NO_CHOICE
            dial_level           | 0.5                                | OUT_OF_RANGE_OR_ZERO
            dial_level           | 20.1                               | OUT_OF_RANGE_OR_ZERO
            dial_level           | 1.55                               | TOO_EXACT
            dial_level           | 1e1                                | NO_NUMBER
            dial_level           | ٣                                  | NO_NUMBER
            dial_timeout         | 14                                 | OUT_OF_RANGE
            dial_timeout         | 30.5                               | NO_WHOLE_NUMBER
            intensity            | 0.5                                | OUT_OF_RANGE
            latest_dialing       | 24:00                              | NO_TIME
            trunk_group          | PJSIP/a&b                          | NO_NAME
            dial_prefix          | 12,3                               | NO_DIGITS
            list_mix             | 101:60, 102:41                     | MIX_SUM
            list_mix             | 101=60                             | NO_MIX
            dnc_prefixes         | 1900                               | NO_PREFIXES
            dnc_scrubbed         | 2026-02-30                         | NO_DATE
            caller_id_number     | 2125550100                         | NO_PHONE
            caller_id_number     | ${SHELL(id)}                       | NO_PHONE
            lead_filter          | state in CA, NY                    | state in CA, NY
            lead_filter          | attempts < 5                       | attempts < 5
            lead_filter          | 1=1; drop table campaign           | NO_CONDITION
            lead_filter          | password = x                       | NO_CONDITION
            in_groups            | sales, support                     | sales, support
            in_groups            | sales;support                      | NO_NAMES
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = TABLE)
    void takesOrRefuses(String id, String given, String wanted) {
        Setting setting = CampaignCatalogue.need(id);

        String found = setting.check(given)
                .map(violation -> violation.rule().name())
                .orElseGet(() -> setting.canonical(given));

        assertEquals(wanted, found);
    }

    @Test
    void refusesCharactersThatNobodySees() {
        Setting name = CampaignCatalogue.need("name");

        for (String hidden : new String[] {"a\u0000b", "a\rb", "a\nb", "a\tb", "a\u0085b", "a\ud800"}) {
            assertEquals(Optional.of(Rule.CONTROL_CHARACTER), name.check(hidden).map(Violation::rule));
        }
    }

    @Test
    void countsCharactersAndNotHalvesOfThem() {
        Setting name = CampaignCatalogue.need("name");

        assertEquals(Optional.empty(), name.check("\uD83D\uDE00".repeat(60)));
        assertEquals(Optional.of(Rule.TOO_LONG), name.check("x".repeat(61)).map(Violation::rule));
    }

    @Test
    void readsLinesAsBrowsersSendThem() {
        Setting filter = CampaignCatalogue.need("lead_filter");

        assertEquals(Optional.empty(), filter.check("state = CA\r\nattempts < 5\r\n"));
        assertEquals("state = CA\nattempts < 5", filter.canonical("state = CA\r\nattempts < 5\r\n"));
    }

    @Test
    void saysWhatIsWrongInASentence() {
        Violation level = CampaignCatalogue.need("dial_timeout").check("5").orElseThrow();

        assertEquals("must be 15 to 120", level.message());
    }
}
