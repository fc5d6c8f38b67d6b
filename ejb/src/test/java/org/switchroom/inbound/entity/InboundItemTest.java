package org.switchroom.inbound.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InboundItemTest {

    @ParameterizedTest
    @EnumSource
    void everySettingTakesItsOwnDefaultOrMustBeGiven(InboundKind kind) {
        List<String> refused = kind.settings().stream()
                .filter(setting -> setting.check(setting.fallback()).isPresent())
                .filter(setting -> !setting.needed())
                .map(Setting::id)
                .toList();

        assertEquals(List.of(), refused);
    }

    @ParameterizedTest
    @EnumSource
    void noSettingStandsTwiceAndEachDefaultIsCanonical(InboundKind kind) {
        Set<String> ids = new HashSet<>();

        for (Setting setting : kind.settings()) {
            assertTrue(ids.add(setting.id()), setting.id());
            assertEquals(setting.fallback(), setting.canonical(setting.fallback()), setting.id());
            assertTrue(setting.id().matches("[a-z0-9_]{2,40}"), setting.id());
        }
    }

    @Test
    void everySyntaxHasItsRule() {
        Arrays.stream(Syntax.values())
                .filter(syntax -> syntax != Syntax.ANY)
                .forEach(syntax -> assertEquals(syntax.name(), Rule.of(syntax).name()));
    }

    @Test
    void anInGroupHasTheDefaultsOfTheHandbook() {
        InboundItem sales = inGroup(Map.of("name", "Sales"));

        assertEquals(List.of(), sales.violations());
        assertEquals(50, sales.number("priority"));
        assertEquals("LONGEST_WAIT", sales.value("next_agent_rule"));
        assertEquals(20, sales.number("service_limit_1_s"));
        assertEquals(40, sales.number("service_limit_2_s"));
        assertEquals(Map.of("name", "Sales"), sales.changed());
    }

    @ParameterizedTest
    @CsvSource({
        "priority, 100, priority must be a whole number from 0 to 99",
        "priority, -1, priority must be a whole number from 0 to 99",
        "priority, ten, priority must be a whole number from 0 to 99",
        "priority, '', priority is needed",
        "active, yes, active must be true or false",
        "welcome, ../../etc/passwd, 'welcome must be the name of a sound without its ending, not ''../../etc/passwd'''",
        "overflow_target, EXTENSION:200,"
                + " 'overflow_target must be one of IN_GROUP, CALL_MENU, VOICEMAIL_BOX, NUMBER, CALLBACK, HANG_UP,"
                + " with its key behind a colon where it has one'",
        "overflow_target, NUMBER:0800, 'overflow_target must be a number with + and country code, not ''0800'''",
        "overflow_target, IN_GROUP:SALES, overflow_target leads back to this item itself",
        "overflow_after_s, 60, overflow_after_s needs overflow_target too",
        "service_limit_2_s, 10, service_limit_2_s must not be less than service_limit_1_s",
        "after_hours_target, '', after_hours_target is needed"
    })
    void refusesWithTheSettingAndTheRule(String setting, String value, String sentence) {
        InboundItem item = inGroup(Map.of("name", "Sales", setting, value));

        assertEquals(
                List.of(sentence),
                item.violations().stream().map(Violation::sentence).toList());
    }

    @Test
    void aDidIsKnownByItsDigitsHoweverItIsWritten() {
        InboundItem did = InboundItem.of(
                InboundKind.DID,
                "+1 (555) 123-0",
                Map.of("name", "Main", "target", " HANG_UP ", "blocked_callers", "+1 555 99*\n\nanonymous\n155599*"));

        assertEquals("15551230", did.id());
        assertEquals("HANG_UP", did.value("target"));
        assertEquals("155599*\nANONYMOUS", did.value("blocked_callers"));
        assertEquals(List.of(), did.violations());
    }

    @Test
    void aDidNeedsAPlaceToLeadTo() {
        InboundItem did = InboundItem.of(InboundKind.DID, "15551230", Map.of("name", "Main"));

        assertEquals(
                List.of("target is needed"),
                did.violations().stream().map(Violation::sentence).toList());
    }

    @Test
    void noKeyOfAMenuTakesAnythingThatIsDialled() {
        for (String target : List.of("NUMBER:+15551230", "EXTENSION:200", "CALLBACK")) {
            for (String key : List.of("key_0", "key_star", "key_hash", "timeout_target", "invalid_target")) {
                InboundItem menu =
                        InboundItem.of(InboundKind.CALL_MENU, "main", Map.of("name", "M", "prompt", "hi", key, target));

                assertEquals(key, menu.violations().get(0).setting());
                assertEquals(Rule.NO_TARGET, menu.violations().get(0).rule());
            }
        }
    }

    @Test
    void knowsNoSettingOfAnotherKind() {
        Map<String, String> foreign = Map.of("priority", "1");

        assertThrows(IllegalArgumentException.class, () -> InboundItem.of(InboundKind.MUSIC_CLASS, "calm", foreign));
    }

    private static InboundItem inGroup(Map<String, String> values) {
        return InboundItem.of(InboundKind.IN_GROUP, "SALES", values);
    }
}
