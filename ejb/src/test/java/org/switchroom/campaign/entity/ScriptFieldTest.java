package org.switchroom.campaign.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.switchroom.lead.entity.LeadField;

class ScriptFieldTest {

    @Test
    void putsValuesInTheirPlacesAsTheyAre() {
        Map<ScriptField, String> lead =
                Map.of(ScriptField.FIRST_NAME, "<b>$1\\</b>", ScriptField.LAST_NAME, "{{phone}}");

        assertEquals(
                "Hello <b>$1\\</b> {{phone}}, of ",
                ScriptField.filled("Hello {{first_name}} {{ last_name }}, of {{city}}", lead));
    }

    @Test
    void encodesValuesInAnAddress() {
        Map<ScriptField, String> lead = Map.of(ScriptField.LAST_NAME, "O'Hara & Söhne/../?x=#y");

        assertEquals(
                "https://crm.example/?n=O%27Hara+%26+S%C3%B6hne%2F..%2F%3Fx%3D%23y",
                ScriptField.filledAddress("https://crm.example/?n={{last_name}}", lead));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello {{first_name}}        | -",
                "Hello {{First_Name}}        | UNKNOWN_FIELD",
                "Hello {{password}}          | UNKNOWN_FIELD",
                "Hello {{first_name}         | BROKEN_FIELD",
                "Hello first_name}}          | BROKEN_FIELD",
                "#{7*7} ${7*7} <script>      | -",
            })
    void knowsItsFields(String text, String rule) {
        assertEquals(
                rule, ScriptField.check(text).map(wrong -> wrong.rule().name()).orElse("-"));
    }

    @Test
    void hasEachFieldOfALeadByTheSameNameAndWhatElseACallHas() {
        Set<String> fields = Stream.of(ScriptField.values())
                .map(ScriptField::spelling)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> ofLead = Stream.of(LeadField.values()).map(LeadField::word).toList();

        assertTrue(fields.containsAll(ofLead));
        fields.removeAll(ofLead);
        assertEquals(Set.of("list_id", "lead_id", "attempts", "campaign", "agent", "date", "time"), fields);
    }

    @Test
    void readsConditions() {
        List<LeadCondition> conditions = LeadCondition.of("state not in CA, NY\n\nlast_name begins Mc\nattempts>=3");

        assertEquals(
                List.of(
                        new LeadCondition(ScriptField.STATE, LeadCondition.Operator.NOT_IN, List.of("CA", "NY")),
                        new LeadCondition(ScriptField.LAST_NAME, LeadCondition.Operator.BEGINS, List.of("Mc")),
                        new LeadCondition(ScriptField.ATTEMPTS, LeadCondition.Operator.AT_LEAST, List.of("3"))),
                conditions);
        assertEquals(Optional.empty(), LeadCondition.parse("state like CA"));
    }
}
