package org.switchroom.campaign.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.switchroom.campaign.entity.CampaignSettings;

class SettingsMergeTest {
    private final CampaignSettings base = CampaignSettings.of(Map.of("name", "Spring", "dial_level", "1.5"));
    private final CampaignSettings theirs =
            base.with(Map.of("dial_level", "2.0", "dial_timeout", "25", "blended", "true"));
    private final CampaignSettings mine =
            base.with(Map.of("dial_level", "2.5", "dial_timeout", "25", "hopper_level", "100"));
    private final SettingsMerge merge = new SettingsMerge(base, theirs, mine);

    @Test
    void saysWhoChangedWhat() {
        List<String> lines = merge.lines().stream()
                .map(line -> line.setting().id() + " " + line.side())
                .toList();

        assertEquals(List.of("dial_level BOTH", "dial_timeout SAME", "hopper_level MINE", "blended THEIRS"), lines);
    }

    @Test
    void keepsWhatOnlyOneChangedAndTheirsWhereNothingIsChosen() {
        assertEquals(theirs.with(Map.of("hopper_level", "100")), merge.merged(List.of()));
    }

    @Test
    void takesMineWhereIChooseSo() {
        CampaignSettings merged = merge.merged(List.of("dial_level"));

        assertEquals("2.5", merged.value("dial_level"));
        assertEquals("true", merged.value("blended"));
        assertEquals("100", merged.value("hopper_level"));
    }
}
