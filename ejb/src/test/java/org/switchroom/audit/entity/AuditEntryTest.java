package org.switchroom.audit.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditEntryTest {
    @Test
    void keepsOnlyFieldsThatDiffer() {
        AuditEntry entry = AuditEntry.of("campaign", "SALES")
                .before(Map.of("name", "Sales", "level", "2", "script", "old"))
                .after(Map.of("name", "Sales", "level", "3", "zone", "UTC"));

        assertEquals(
                Map.of(
                        "level", new AuditEntry.Change("2", "3"),
                        "script", new AuditEntry.Change("old", null),
                        "zone", new AuditEntry.Change(null, "UTC")),
                entry.changes());
    }

    @Test
    void takesAFieldWithoutAValueAsMissing() {
        Map<String, String> nothing = new HashMap<>();
        nothing.put("script", null);

        assertEquals(
                Map.of(), AuditEntry.of("campaign", "SALES").before(nothing).changes());
    }

    @Test
    void cutsWhatIsTooLong() {
        AuditEntry entry = AuditEntry.of("script", "k".repeat(200)).after(Map.of("text", "x".repeat(20_000)));

        assertEquals(128, entry.key().length());
        assertEquals(10_000, entry.changes().get("text").after().length());
    }

    @Test
    void refusesToBeAboutNothing() {
        assertThrows(IllegalArgumentException.class, () -> AuditEntry.of(" ", "1"));
    }
}
