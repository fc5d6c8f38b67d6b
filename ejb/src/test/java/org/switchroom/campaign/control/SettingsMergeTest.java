package org.switchroom.campaign.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.switchroom.campaign.entity.CampaignCatalogue;
import org.switchroom.campaign.entity.CampaignSettings;

class SettingsMergeTest {
    private final CampaignSettings base = CampaignSettings.of(Map.of("name", "Spring", "dial_level", "1.5"));
    private final CampaignSettings theirs =
            base.with(Map.of("dial_level", "2.0", "dial_timeout", "25", "blended", "true"));
    private final CampaignSettings mine =
            base.with(Map.of("dial_level", "2.5", "dial_timeout", "25", "hopper_level", "100"));
    private final SettingsMerge merge =
            new SettingsMerge(CampaignCatalogue.settings(), base.all(), theirs.all(), mine.all());

    @Test
    void saysWhoChangedWhat() {
        List<String> lines = merge.lines().stream()
                .map(line -> line.setting().id() + " " + line.side())
                .toList();

        assertEquals(List.of("dial_level BOTH", "dial_timeout SAME", "hopper_level MINE", "blended THEIRS"), lines);
    }

    @Test
    void keepsWhatOnlyOneChangedAndTheirsWhereNothingIsChosen() {
        assertEquals(theirs.with(Map.of("hopper_level", "100")).all(), merge.merged(List.of()));
    }

    @Test
    void takesMineWhereIChooseSo() {
        Map<String, String> merged = merge.merged(List.of("dial_level"));

        assertEquals("2.5", merged.get("dial_level"));
        assertEquals("true", merged.get("blended"));
        assertEquals("100", merged.get("hopper_level"));
    }
}
