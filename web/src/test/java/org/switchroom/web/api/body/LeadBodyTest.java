package org.switchroom.web.api.body;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchroom.lead.entity.CustomField;
import org.switchroom.lead.entity.DuplicateRule;
import org.switchroom.lead.entity.LeadField;
import org.switchroom.lead.entity.LeadList;

class LeadBodyTest {

    @Test
    void readsAListWithItsOwnFields() {
        LeadList list = LeadBody.readList("""
                {"name": "Florida", "active": true, "campaign_id": "SPRING", "region": "US", "expires_on": "2026-12-31",
                 "fields": {"segment": {"label": "Segment", "kind": "CHOICE", "choices": ["HOME", "HOME+"]}}}""");

        assertEquals("SPRING", list.campaignId());
        assertEquals(
                List.of(new CustomField("segment", "Segment", CustomField.Kind.CHOICE, List.of("HOME", "HOME+"))),
                list.fields());
    }

    @Test
    void readsALead() {
        LeadBody.Wanted lead = LeadBody.readLead(
                "{\"list_id\": 3, \"phone\": \"+17275551212\", \"last_name\": null, \"own\": {\"segment\": \"HOME\"}}");

        assertEquals(3, lead.listId());
        assertEquals(Map.of(LeadField.PHONE, "+17275551212"), lead.fields());
        assertEquals(Map.of("segment", "HOME"), lead.own());
    }

    @Test
    void readsWhereColumnsGo() {
        LeadBody.Rules rules = LeadBody.readRules(
                "{\"mapping\": {\"1\": \"phone\", \"3\": \"own:segment\"}, \"duplicates\": \"SYSTEM\"}");

        assertEquals(Map.of(1, "phone", 3, "own:segment"), rules.mapping());
        assertEquals(DuplicateRule.SYSTEM, rules.duplicates());
        assertEquals(true, rules.skipDnc());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"list_id\": 3, \"attempts\": 1}",
                "{\"phone\": \"1\"}",
                "{\"list_id\": 3, \"own\": {\"a\": {}}}",
                "{\"list_id\": 3, \"phone\": 5}",
                "[]"
            })
    void refusesWhatIsNoLead(String body) {
        assertThrows(BodyRefusedException.class, () -> LeadBody.readLead(body));
    }
}
