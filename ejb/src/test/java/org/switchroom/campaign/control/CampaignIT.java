package org.switchroom.campaign.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.switchroom.campaign.control.CampaignRig.ALL;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchroom.common.Scope;
import org.switchroom.common.StaleVersionException;
import org.switchroom.common.control.TestDatabase;

/** Campaigns and their versions on a real database. */
class CampaignIT {
    private static final int EVERY = Integer.MAX_VALUE;
    private static final int MANY = 100;
    private static final int EDITORS = 4;

    private final CampaignRig rig = CampaignRig.empty();

    @AfterEach
    void closes() throws SQLException {
        rig.close();
    }

    @Test
    void storesOnlyWhatDiffersFromTheDefault() {
        rig.add("SPRING", "Spring");
        rig.set("SPRING", 1, Map.of("dial_level", "1.5", "dial_timeout", "30"), "bob");

        assertEquals(
                "Spring|0|{\"name\":\"Spring\",\"dial_level\":1.5}|2|bob",
                rig.database.row("select name, active, settings, version, changed_by from campaign"));
    }

    @Test
    void keepsEachSaveAsAVersionWithItsAuthorAndItsDifference() {
        rig.add("SPRING", "Spring");
        rig.set("SPRING", 1, Map.of("dial_level", "1.5"), "bob");
        rig.set("SPRING", 2, Map.of("dial_level", "2.0", "blended", "true"), "cid");

        List<String> versions = rig.campaigns(table -> table.versions(ALL, "SPRING", EVERY, MANY)).stream()
                .map(version -> "%d %s %s".formatted(version.number(), version.author(), changes(version)))
                .toList();

        assertEquals(
                List.of(
                        "3 cid dial_level 1.5 > 2.0, blended false > true",
                        "2 bob dial_level 0.0 > 1.5",
                        "1 ann name  > Spring"),
                versions);
    }

    @Test
    void tellsVersionsInPagesEachWithWhatItChanged() {
        rig.add("SPRING", "Spring");
        rig.set("SPRING", 1, Map.of("dial_level", "1.5"), "bob");
        rig.set("SPRING", 2, Map.of("dial_level", "2.0"), "cid");

        assertEquals(
                List.of("3 dial_level 1.5 > 2.0", "2 dial_level 0.0 > 1.5"), page(EVERY, 2), "the newest come first");
        assertEquals(List.of("1 name  > Spring"), page(2, 2));
        assertEquals(List.of(), page(1, 2));
    }

    private List<String> page(int below, int most) {
        return rig.campaigns(table -> table.versions(ALL, "SPRING", below, most)).stream()
                .map(version -> version.number() + " " + changes(version))
                .toList();
    }

    @Test
    void goesBackToAnOldVersionByMakingANewOne() {
        rig.add("SPRING", "Spring");
        rig.set("SPRING", 1, Map.of("dial_level", "1.5"), "bob");
        rig.set("SPRING", 2, Map.of("dial_level", "2.0"), "cid");

        SavedVersion old = rig.campaigns(table -> table.versions(ALL, "SPRING", EVERY, MANY))
                .get(1);
        CampaignState back =
                rig.campaigns(table -> table.change(ALL, "SPRING", 3, before -> old.settings(), "ann", CampaignRig.AT));

        assertEquals(4, back.version());
        assertEquals("1.5", back.settings().value("dial_level"));
        assertEquals(
                4,
                rig.campaigns(table -> table.versions(ALL, "SPRING", EVERY, MANY))
                        .size());
    }

    @Test
    void makesNoVersionWhereNothingChanges() {
        rig.add("SPRING", "Spring");

        assertEquals(1, rig.set("SPRING", 1, Map.of("name", "Spring"), "bob").version());
    }

    @Test
    void tellsTheSecondOfTwoEditorsAndOverwritesNothing() {
        rig.add("SPRING", "Spring");
        rig.set("SPRING", 1, Map.of("dial_level", "1.5"), "bob");

        StaleVersionException stale = assertThrows(
                StaleVersionException.class, () -> rig.set("SPRING", 1, Map.of("dial_level", "9.0"), "cid"));

        assertEquals(2, stale.present());
        assertEquals("1.5", find("SPRING").orElseThrow().settings().value("dial_level"));
    }

    @Test
    void letsExactlyOneOfManyEditorsWinAtTheSameTime() throws Exception {
        rig.add("SPRING", "Spring");
        ExecutorService editors = Executors.newFixedThreadPool(EDITORS);
        try {
            List<Callable<Boolean>> saves = IntStream.range(0, EDITORS)
                    .<Callable<Boolean>>mapToObj(i -> () -> saved("%d.0".formatted(i + 1)))
                    .toList();
            int won = 0;
            for (Future<Boolean> save : editors.invokeAll(saves)) {
                won += save.get() ? 1 : 0;
            }

            assertEquals(1, won);
            assertEquals("2|2", rig.database.row("select max(number), count(*) from campaign_version"));
        } finally {
            editors.shutdownNow();
        }
    }

    @Test
    void refusesAnIdThatDiffersByCaseOnly() {
        rig.add("SPRING", "Spring");

        assertThrows(CampaignTakenException.class, () -> rig.add("Spring", "Spring"));
    }

    @Test
    void showsToEachWhatTheScopeSees() {
        rig.add("SPRING", "Spring");
        rig.add("WINTER", "Winter");
        Scope spring = Scope.of(Set.of("SPRING"));

        assertEquals(List.of("SPRING"), ids(spring, CampaignSearch.all()));
        assertEquals(List.of(), ids(Scope.of(Set.of()), CampaignSearch.all()));
        assertEquals(Optional.empty(), rig.campaigns(table -> table.find(spring, "WINTER")));
        assertThrows(
                UnknownCampaignException.class,
                () -> rig.campaigns(table -> table.versions(spring, "WINTER", EVERY, MANY)));
        assertThrows(
                UnknownCampaignException.class,
                () -> rig.campaigns(table -> table.change(spring, "WINTER", 1, s -> s, "x", CampaignRig.AT)));
    }

    @Test
    void searchesAndPages() {
        for (String id : List.of("AA", "BB", "CC", "DD")) {
            rig.add(id, "100% " + id.toLowerCase(Locale.ROOT));
        }
        rig.set("BB", 1, Map.of("active", "true"), "ann");

        assertEquals(List.of("BB", "CC"), ids(ALL, new CampaignSearch("", Optional.empty(), "AA", 2)));
        assertEquals(List.of("BB"), ids(ALL, new CampaignSearch("", Optional.of(true), "", 9)));
        assertEquals(List.of("CC"), ids(ALL, new CampaignSearch("0% C", Optional.empty(), "", 9)));
        assertEquals(List.of(), ids(ALL, new CampaignSearch("_", Optional.empty(), "", 9)));
    }

    @Test
    void removesOnlyWhatIsNotActive() {
        rig.add("SPRING", "Spring");
        rig.set("SPRING", 1, Map.of("active", "true"), "ann");

        assertThrows(CampaignInUseException.class, () -> rig.campaigns(table -> table.remove(ALL, "SPRING", 2)));
        rig.set("SPRING", 2, Map.of("active", "false"), "ann");
        rig.campaigns(table -> table.remove(ALL, "SPRING", 3));

        assertEquals(
                "0|0",
                rig.database.row("select (select count(*) from campaign), (select count(*) from campaign_version)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"' or sleep(5)-- ", "<script>", "\uD83D\uDE00 \u202E \u0645\u0631\u062D\u0628\u0627", "#{7*7}"})
    void storesTextsAsTheyAre(String hostile) {
        rig.add("SPRING", hostile);

        assertEquals(hostile.strip(), find("SPRING").orElseThrow().settings().name());
    }

    @Test
    void isNothingForForeignClients() throws SQLException {
        try (Connection client = TestDatabase.connect("client")) {
            for (String table : List.of("campaign", "campaign_version", "disposition", "script", "caller_id_pool")) {
                assertTrue(assertThrows(
                                SQLException.class,
                                () -> client.prepareStatement("select 1 from " + table)
                                        .executeQuery())
                        .getMessage()
                        .contains("denied"));
            }
        }
    }

    private Optional<CampaignState> find(String id) {
        return rig.campaigns(table -> table.find(ALL, id));
    }

    private static boolean saved(String level) throws SQLException {
        try (CampaignRig own = CampaignRig.beside()) {
            own.set("SPRING", 1, Map.of("dial_level", level), "ann");
            return true;
        } catch (StaleVersionException e) {
            return false;
        }
    }

    private List<String> ids(Scope scope, CampaignSearch search) {
        return rig.campaigns(table -> table.search(scope, search)).stream()
                .map(CampaignState::id)
                .toList();
    }

    private static String changes(SavedVersion version) {
        return String.join(
                ", ",
                version.changes().stream()
                        .map(change -> "%s %s > %s".formatted(change.setting().id(), change.before(), change.after()))
                        .toList());
    }
}
