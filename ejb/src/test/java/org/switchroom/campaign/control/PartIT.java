package org.switchroom.campaign.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchroom.campaign.control.CampaignRig.ALL;
import static org.switchroom.campaign.control.CampaignRig.AT;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.switchroom.campaign.entity.CampaignCatalogue;
import org.switchroom.campaign.entity.PartKind;
import org.switchroom.campaign.entity.Reference;
import org.switchroom.campaign.entity.Rule;
import org.switchroom.common.Scope;
import org.switchroom.common.StaleVersionException;

/** Dispositions, pause codes and all the others on a real database. */
class PartIT {
    private static final Map<PartKind, Map<String, String>> EXAMPLES = Map.of(
            PartKind.DISPOSITION, Map.of("name", "Maybe", "callback", "true", "most_seconds", "600"),
            PartKind.PAUSE_CODE, Map.of("name", "Coffee", "limit_minutes", "10", "needs_approval", "true"),
            PartKind.HOT_KEY, Map.of("disposition", "SALE"),
            PartKind.RECYCLE_RULE, Map.of("delay_minutes", "120", "most_attempts", "5"),
            PartKind.CALL_TIME,
                    Map.of("name", "Short", "monday", "09:00-10:00", "holidays", "2026-12-25 closed Weihnacht\u00E4"),
            PartKind.SCRIPT, Map.of("name", "Hello", "body", "Hello {{first_name}} \uD83D\uDE00\n<script>"),
            PartKind.PRESET, Map.of("name", "UK1", "target", "+442079460000", "dtmf", ",7261,,,,1,,,2"),
            PartKind.CALLER_ID_POOL, Map.of("name", "Main", "numbers", "+12125550100 verified Office"));

    private final CampaignRig rig = CampaignRig.empty();

    @AfterEach
    void closes() throws SQLException {
        rig.close();
    }

    @ParameterizedTest
    @EnumSource(PartKind.class)
    void keepsEachKindAsItWasGiven(PartKind kind) {
        String code = kind == PartKind.HOT_KEY ? "1" : "MAYBE";
        Map<String, String> values = PartRules.values(kind, Map.of(), EXAMPLES.get(kind));

        PartState added = rig.addPart(kind, "*", code, EXAMPLES.get(kind));
        PartState found = rig.parts(table -> table.find(kind, ALL, added.id())).orElseThrow();

        assertEquals(values, found.values());
        assertEquals(List.copyOf(values.keySet()), List.copyOf(found.values().keySet()));
        assertEquals(1, found.version());
        assertEquals(code, found.code());
        assertTrue(rig.parts(table -> table.codes(kind, "ANY")).contains(code));
    }

    @ParameterizedTest
    @EnumSource(PartKind.class)
    void tellsTheSecondOfTwoEditors(PartKind kind) {
        String code = kind == PartKind.HOT_KEY ? "1" : "MAYBE";
        PartState added = rig.addPart(kind, "*", code, EXAMPLES.get(kind));
        Map<String, String> other = new LinkedHashMap<>(added.values());
        other.put(kind == PartKind.HOT_KEY ? "disposition" : "active", kind == PartKind.HOT_KEY ? "DNC" : "false");

        PartState changed = rig.parts(table -> table.change(kind, ALL, added.id(), 1, other, "bob", AT));

        assertEquals(2, changed.version());
        assertThrows(
                StaleVersionException.class,
                () -> rig.parts(table -> table.change(kind, ALL, added.id(), 1, added.values(), "cid", AT)));
        assertThrows(StaleVersionException.class, () -> rig.parts(table -> table.remove(kind, ALL, added.id(), 1)));
    }

    @Test
    void findsTheSystemsDispositionsSown() {
        assertTrue(rig.parts(table -> table.codes(PartKind.DISPOSITION, "ANY"))
                .containsAll(Set.of(
                        "NEW",
                        "BUSY",
                        "NO_ANSWER",
                        "DISCONNECTED",
                        "CONGESTED",
                        "FAILED",
                        "MACHINE",
                        "FAX",
                        "ABANDONED",
                        "LEFT_QUEUE",
                        "LOST",
                        "CALLBACK",
                        "DNC",
                        "NONE_GIVEN")));
        assertEquals(
                "0", rig.database.row("select count(*) from disposition where category = 'SYSTEM' and not built_in"));
    }

    @ParameterizedTest
    @EnumSource(PartKind.class)
    void sowsNothingThatItsPageWouldRefuse(PartKind kind) {
        rig.parts(table -> table.search(kind, ALL, PartSearch.all()))
                .forEach(part -> assertEquals(part.values(), PartRules.values(kind, part.values(), Map.of())));
    }

    @ParameterizedTest
    @EnumSource(Starter.class)
    void findsWhateverAStarterNames(Starter starter) {
        rig.references(references -> {
            references.check(CampaignCatalogue.settings(), starter.settings(), "ANY");
            return true;
        });
    }

    @Test
    void removesNothingThatTheSoftwareNeeds() {
        PartState busy = part(PartKind.DISPOSITION, "BUSY");

        assertThrows(
                CampaignInUseException.class,
                () -> rig.parts(table -> table.remove(PartKind.DISPOSITION, ALL, busy.id(), busy.version())));
    }

    @Test
    void saysWhoUsesWhatIsToBeRemoved() {
        rig.add("SPRING", "Spring");
        rig.set("SPRING", 1, Map.of("dial_dispositions", "NEW,SALE"), "ann");
        rig.addPart(PartKind.HOT_KEY, "SPRING", "1", Map.of("disposition", "SALE"));
        rig.addPart(PartKind.RECYCLE_RULE, "SPRING", "SALE", Map.of());
        PartState sale = part(PartKind.DISPOSITION, "SALE");

        CampaignInUseException used = assertThrows(
                CampaignInUseException.class,
                () -> rig.references(references -> {
                    references.refuseIfUsed(sale);
                    return true;
                }));

        assertEquals("SALE is used by campaign SPRING, hot_key 1, recycle_rule SALE.", used.getMessage());
    }

    @Test
    void refusesWhatIsNotThere() {
        CampaignInvalidException refused = assertThrows(
                CampaignInvalidException.class,
                () -> rig.references(references -> {
                    references.check(
                            CampaignCatalogue.settings(),
                            Map.of("dial_dispositions", "NEW,GONE", "call_time", "STANDARD"),
                            "ANY");
                    return true;
                }));

        assertEquals(Rule.UNKNOWN_REFERENCE, refused.violations().get(0).rule());
        assertEquals(1, refused.violations().size());
    }

    @Test
    void givesEachCampaignItsOwnAndThoseOfAll() {
        rig.add("SPRING", "Spring");
        rig.add("WINTER", "Winter");
        rig.addPart(PartKind.DISPOSITION, "SPRING", "MAYBE", Map.of("name", "Maybe"));

        assertTrue(keys("SPRING").contains("MAYBE"));
        assertTrue(keys("WINTER").stream().noneMatch("MAYBE"::equals));
        assertTrue(keys("WINTER").contains("NEW"));
    }

    @Test
    void hidesTheCampaignsThatAScopeDoesNotSee() {
        rig.add("SPRING", "Spring");
        PartState own = rig.addPart(PartKind.SCRIPT, "SPRING", "HELLO", Map.of("name", "Hello"));
        PartState shared = rig.addPart(PartKind.SCRIPT, "*", "HELLO", Map.of("name", "Hello"));
        Scope winter = Scope.of(Set.of("WINTER"));

        assertEquals(Optional.empty(), rig.parts(table -> table.find(PartKind.SCRIPT, winter, own.id())));
        assertTrue(rig.parts(table -> table.find(PartKind.SCRIPT, winter, shared.id()))
                .isPresent());
        assertEquals(
                List.of(shared.id()),
                rig.parts(table -> table.search(PartKind.SCRIPT, winter, PartSearch.all())).stream()
                        .map(PartState::id)
                        .toList());
        assertEquals(
                List.of(shared.id()),
                rig.parts(table -> table.search(PartKind.SCRIPT, winter, PartSearch.usableBy("SPRING"))).stream()
                        .map(PartState::id)
                        .toList());
        assertThrows(
                UnknownCampaignException.class,
                () -> rig.parts(table -> table.remove(PartKind.SCRIPT, winter, shared.id(), 1)));
    }

    @Test
    void copiesWhatACampaignHasOfItsOwn() {
        rig.add("SPRING", "Spring");
        rig.add("WINTER", "Winter");
        rig.addPart(PartKind.DISPOSITION, "SPRING", "MAYBE", Map.of("name", "Maybe"));
        rig.addPart(PartKind.HOT_KEY, "SPRING", "1", Map.of("disposition", "MAYBE"));

        rig.parts(table -> {
            table.copy("SPRING", "WINTER", "ann", AT);
            return true;
        });

        assertTrue(keys("WINTER").contains("MAYBE"));
        assertEquals("1", rig.database.row("select count(*) from hot_key where campaign_id = 'WINTER'"));
        rig.parts(table -> {
            table.removeAll("WINTER");
            return true;
        });
        assertEquals("1", rig.database.row("select count(*) from hot_key"));
    }

    private Set<String> keys(String campaign) {
        return rig.references(references -> references.keys(Reference.DISPOSITION, campaign));
    }

    private PartState part(PartKind kind, String code) {
        return rig.parts(table -> table.search(kind, ALL, PartSearch.all())).stream()
                .filter(part -> part.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
