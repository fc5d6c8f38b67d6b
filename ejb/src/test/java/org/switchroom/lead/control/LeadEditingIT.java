package org.switchroom.lead.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.switchroom.common.StaleVersionException;
import org.switchroom.lead.entity.CustomField;
import org.switchroom.lead.entity.InvalidLeadException;
import org.switchroom.lead.entity.Lead;
import org.switchroom.lead.entity.LeadChange;
import org.switchroom.lead.entity.LeadChange.Difference;
import org.switchroom.lead.entity.LeadField;
import org.switchroom.lead.entity.LeadList;

class LeadEditingIT {
    private static final CustomField RENEWAL =
            new CustomField("renewal", "Renewal date", CustomField.Kind.DATE, List.of());

    private final LeadRig rig = new LeadRig();
    private final LeadList list =
            rig.list(LeadList.named("Florida").withCampaign("SPRING").withFields(List.of(RENEWAL)));

    @AfterEach
    void close() throws SQLException {
        rig.close();
    }

    @Test
    void storesWhatPeopleWriteAsDigitsWithTheZonesOfTheNumber() {
        Lead lead = rig.lead(rig.lead(list, "(727) 555-1212", "Whitfield", "Dana"));

        assertEquals("+17275551212", lead.phone());
        assertEquals("1", lead.fields().get(LeadField.DIAL_CODE));
        assertEquals("America/New_York", lead.fields().get(LeadField.TIME_ZONES));
        assertEquals("NEW", lead.fields().get(LeadField.DISPOSITION));
        assertEquals(Lead.Calls.NONE, lead.calls());
    }

    @Test
    void keepsHostileTextAsItIs() {
        String hostile = "<script>alert(1)</script> #{7*7} ' or sleep(5)-- \u202E \uD83D\uDE00";

        Lead lead = rig.lead(rig.lead(list, "+17275551212", "O'Brien", hostile));

        assertEquals(hostile, lead.fields().get(LeadField.FIRST_NAME));
    }

    @Test
    void keepsOwnFieldsAndRefusesWhatIsNoneOfTheList() {
        Map<LeadField, String> fields = LeadRig.fields("+17275551212", "A", "B");

        long id = rig.editing.add(list, fields, Map.of("renewal", "2026-12-31"), "tester");

        assertEquals(Map.of("renewal", "2026-12-31"), rig.lead(id).custom());
        assertThrows(
                InvalidLeadException.class,
                () -> rig.editing.add(list, fields, Map.of("renewal", "12/31/2026"), "tester"));
        assertThrows(InvalidLeadException.class, () -> rig.editing.add(list, fields, Map.of("other", "x"), "tester"));
    }

    @Test
    void writesWhoChangedWhatFromWhatToWhat() {
        Lead lead = rig.lead(rig.lead(list, "+17275551212", "Whitfield", "Dana"));

        rig.editing.change(
                lead, lead.version(), list, LeadRig.fields("+17275551213", "Whitfield", "Diana"), Map.of(), "ines");

        LeadChange change = rig.history.of(lead.id()).get(0);
        assertEquals(LeadChange.Verb.CHANGED, change.verb());
        assertEquals("ines", change.by());
        assertEquals(
                Map.of(
                        "first_name",
                        new Difference("Dana", "Diana"),
                        "phone",
                        new Difference("17275551212", "17275551213")),
                change.fields());
        assertEquals(1, rig.lead(lead.id()).version());
    }

    @Test
    void refusesAChangeThatRestsOnAnOldVersion() {
        Lead lead = rig.lead(rig.lead(list, "+17275551212", "Whitfield", "Dana"));
        Map<LeadField, String> fields = LeadRig.fields("+17275551212", "Whitfield", "Diana");
        rig.editing.change(lead, 0, list, fields, Map.of(), "ines");

        assertEquals(
                1,
                assertThrows(
                                StaleVersionException.class,
                                () -> rig.editing.change(rig.lead(lead.id()), 0, list, fields, Map.of(), "otto"))
                        .present());
        assertThrows(
                StaleVersionException.class,
                () -> rig.editing.change(lead, 0, list, LeadRig.fields("+17275551212", "W", "D"), Map.of(), "otto"));
        assertEquals("Diana", rig.lead(lead.id()).fields().get(LeadField.FIRST_NAME));
    }

    @Test
    void mergesTwoLeadsWithHistoryAttemptsAndCallbacks() {
        Lead kept = rig.lead(rig.lead(list, "+17275551212", "Whitfield", null));
        Lead other = rig.lead(rig.lead(list, "+17275550000", "Whitfield-Ray", "Dana"));
        rig.database.run("update call_lead set attempts = 2 where id = ?", kept.id());
        rig.database.run(
                "update call_lead set attempts = 3, last_call_at = '2026-01-01 10:00:00', called_since_reset = true where id = ?",
                other.id());
        rig.diary.schedule(
                other.id(),
                "SPRING",
                null,
                rig.time.now().plus(Duration.ofDays(1)),
                ZoneId.of("America/New_York"),
                null,
                "t");

        rig.editing.merge(rig.lead(kept.id()), 0, rig.lead(other.id()), 0, Set.of("last_name"), list, "ines");

        Lead merged = rig.lead(kept.id());
        assertEquals("Whitfield-Ray", merged.fields().get(LeadField.LAST_NAME));
        assertEquals("Dana", merged.fields().get(LeadField.FIRST_NAME));
        assertEquals("+17275551212", merged.phone());
        assertEquals(5, merged.calls().attempts());
        assertTrue(merged.calls().sinceReset());
        assertEquals(Instant.parse("2026-01-01T10:00:00Z"), merged.calls().lastAt());
        assertTrue(rig.leads.find(other.id()).isEmpty());
        assertEquals(1, rig.callbacks.of(kept.id()).size());
        assertEquals(3, rig.history.of(kept.id()).size());
    }

    @Test
    void refusesNumbersThatCantBeDialled() {
        for (String phone :
                List.of("", "12", "call me", "+1 727 555 121 234 5678", "\u0661\u0662\u0663\u0664\u0665", "*72")) {
            assertThrows(InvalidLeadException.class, () -> rig.lead(list, phone, "A", "B"), phone);
        }
    }
}
