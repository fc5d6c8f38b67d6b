package org.switchroom.web.api.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchroom.campaign.control.CampaignRules;
import org.switchroom.campaign.control.CampaignState;
import org.switchroom.campaign.entity.CampaignSettings;
import org.switchroom.campaign.entity.PartKind;
import org.switchroom.web.api.json.CampaignJson;
import org.switchroom.web.api.json.JsonFields;

class CampaignBodyTest {

    @Test
    void readsEachValueByItsKind() {
        Map<String, String> given = CampaignBody.readSettings("""
                {"settings": {"name": "Spring", "active": true, "dial_level": 1.50, "dial_dispositions": ["NEW", "BUSY"]}}\
                """);

        assertEquals(
                Map.of("name", "Spring", "active", "true", "dial_level", "1.50", "dial_dispositions", "NEW,BUSY"),
                given);
    }

    @Test
    void readsWhatIsWritten() {
        CampaignSettings settings = CampaignRules.settings(
                CampaignSettings.DEFAULTS,
                Map.of("name", "A \"quoted\" <name>", "dial_level", "1.5", "lead_filter", "state = CA\nattempts < 5"));
        var state = new CampaignState("A1", 1, "me", Instant.EPOCH, settings);
        String written = JsonFields.text(json -> CampaignJson.write(state, json));
        String inner = written.substring(written.indexOf("\"settings\""), written.indexOf(",\"changed\""));

        Map<String, String> read = CampaignBody.readSettings("{" + inner + "}");

        assertEquals(settings, CampaignRules.settings(CampaignSettings.DEFAULTS, read));
    }

    @Test
    void beginsWithAStarterAndWhatIsGivenBesides() {
        CampaignBody.NewCampaign wanted = CampaignBody.readNew(
                "{\"id\": \"SPRING\", \"starter\": \"US_SALES\", \"settings\": {\"name\": \"Spring\", \"dial_level\": 2}}");

        assertEquals("2", wanted.given().get("dial_level"));
        assertEquals("US_FEDERAL", wanted.given().get("policy"));
        assertTrue(wanted.copyOf().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"settings\": {\"no_such\": 1}}",
                "{\"settings\": {\"active\": \"true\"}}",
                "{\"settings\": {\"dial_level\": \"1.5\"}}",
                "{\"settings\": {\"dial_dispositions\": \"NEW\"}}",
                "{\"settings\": {\"dial_dispositions\": [\"NEW,BUSY\"]}}",
                "{\"settings\": {\"name\": \"a\", \"name\": \"b\"}}",
                "{\"setting\": {}}",
                "[]"
            })
    void refusesWhatIsNotAsTheApiSays(String body) {
        assertThrows(BodyRefusedException.class, () -> CampaignBody.readSettings(body));
    }

    @Test
    void readsPartsByTheFieldsOfTheirKind() {
        CampaignBody.NewPart part = CampaignBody.readNewPart(
                PartKind.PAUSE_CODE,
                "{\"code\": \"COFFEE\", \"values\": {\"name\": \"Coffee\", \"limit_minutes\": 10}}");

        assertEquals(new CampaignBody.NewPart("*", "COFFEE", Map.of("name", "Coffee", "limit_minutes", "10")), part);
        assertThrows(
                BodyRefusedException.class,
                () -> CampaignBody.readPart(PartKind.PAUSE_CODE, "{\"values\": {\"sale\": true}}"));
    }
}
