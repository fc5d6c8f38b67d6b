package org.switchroom.user.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @ParameterizedTest
    @CsvSource({
        "CAMPAIGN, SALES_1, true",
        "CAMPAIGN, S, false",
        "CAMPAIGN, a-b, false",
        "CAMPAIGN, *, true",
        "DESTINATION, DE, true",
        "DESTINATION, DE:MOBILE, true",
        "DESTINATION, +4989, true",
        "DESTINATION, +0, false",
        "DESTINATION, germany, false",
        "DESTINATION, 49, false",
        "REPORT, agent-time, true",
        "REPORT, ../x, false",
        "GROUP, Night shift, true",
        "GROUP, ' x', false"
    })
    void eachKindOfRightHasItsSpelling(RightKind kind, String value, boolean right) {
        assertEquals(right, kind.spells(value));
    }

    @Test
    void allOfAKindMakesTheOthersSilent() {
        GroupSettings settings =
                new GroupSettings(" ", Map.of(RightKind.CAMPAIGN, new TreeSet<>(Set.of("*", "SALES"))));

        assertTrue(settings.hasAll(RightKind.CAMPAIGN));
        assertEquals("*", settings.fields().get("campaigns"));
        assertFalse(settings.hasAll(RightKind.REPORT));
    }

    @Test
    void settingsAreReadBackFromTheirTexts() {
        AccountSettings account = new AccountSettings("Anna", Set.of(Role.AGENT, Role.ADMIN), "Demo", false, "sql");
        GroupSettings group = new GroupSettings("d", Map.of(RightKind.GROUP, GroupSettings.values("A b, C\nD")));

        assertEquals(account, AccountSettings.of(account.fields()));
        assertEquals(group, GroupSettings.of(group.fields()));
        assertEquals(Set.of("A b", "C", "D"), group.of(RightKind.GROUP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-x", "a b", "<b>", "\u00e4nne", "a\r\nb"})
    void refusesNamesThatAreNoName(String name) {
        assertEquals("name", AccountSettings.violationsOfName(name).get(0).field());
    }

    @Test
    void saysAllThatIsWrong() {
        AccountSettings settings = new AccountSettings("two\nlines", Set.of(), null, true, "x".repeat(129));

        assertEquals(
                List.of("full_name", "roles", "database_account"),
                settings.violations().stream().map(Violation::field).toList());
    }
}
