package org.switchroom.campaign.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.audit.boundary.CurrentActor;
import org.switchroom.audit.boundary.RecordedAudit;
import org.switchroom.audit.entity.Actor;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.campaign.control.CampaignInvalidException;
import org.switchroom.campaign.control.CampaignRig;
import org.switchroom.campaign.control.CampaignTakenException;
import org.switchroom.campaign.control.PartState;
import org.switchroom.campaign.entity.PartKind;
import org.switchroom.common.Scope;
import org.switchroom.common.StaleVersionException;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.RecordedEvent;

/** What a person does with campaigns and their parts, what the audit is told of it, and who of several at the same time may. */
class CampaignsIT {
    private static final Scope ALL = Scope.everything();
    private static final int EDITORS = 4;
    private static final int ROUNDS = 5;

    private final CampaignRig rig = CampaignRig.empty();
    private final RecordedAudit audit = new RecordedAudit();
    private final Campaigns campaigns = campaigns(rig, audit);
    private final CampaignParts parts = parts(rig, audit);

    @BeforeEach
    void begins() {
        rig.entities.run(() -> campaigns.add(ALL, "SPRING", Map.of("name", "Spring")));
    }

    @AfterEach
    void closes() throws SQLException {
        rig.close();
    }

    @Test
    void tellsWhatBecameOfACampaign() {
        rig.entities.run(() -> campaigns.change(ALL, "SPRING", 1, Map.of("dial_level", "1.5")));
        rig.entities.run(() -> campaigns.replace(ALL, "SPRING", 2, Map.of("name", "May")));
        rig.entities.run(() -> campaigns.rollBack(ALL, "SPRING", 3, 2));
        rig.entities.run(() -> campaigns.remove(ALL, "SPRING", 4));

        assertEquals(
                List.of(
                        "ADDED campaign SPRING name:null>Spring",
                        "CHANGED campaign SPRING dial_level:0.0>1.5",
                        "CHANGED campaign SPRING dial_level:1.5>0.0 name:Spring>May",
                        "CHANGED campaign SPRING dial_level:0.0>1.5 name:May>Spring",
                        "REMOVED campaign SPRING dial_level:1.5>null name:Spring>null"),
                told());
        assertEquals("0", rig.database.row("select count(*) from campaign"));
    }

    @Test
    void tellsWhatBecameOfAPart() {
        PartState own =
                rig.entities.in(() -> parts.add(PartKind.HOT_KEY, ALL, "SPRING", "1", Map.of("disposition", "SALE")));
        rig.entities.run(() -> parts.change(PartKind.HOT_KEY, ALL, own.id(), 1, Map.of("disposition", "DNC")));
        rig.entities.run(() -> parts.remove(PartKind.HOT_KEY, ALL, own.id(), 2));
        rig.entities.run(() -> parts.add(PartKind.HOT_KEY, ALL, "*", "2", Map.of("disposition", "SALE")));

        assertEquals(
                List.of(
                        "ADDED hot_key SPRING/1 disposition:null>SALE",
                        "CHANGED hot_key SPRING/1 disposition:SALE>DNC",
                        "REMOVED hot_key SPRING/1 disposition:DNC>null",
                        "ADDED hot_key 2 disposition:null>SALE"),
                told().subList(1, 5));
        assertEquals("2|ann", rig.database.row("select code, changed_by from hot_key"));
    }

    @Test
    void tellsNothingOfWhatIsRefused() {
        assertThrows(
                CampaignInvalidException.class,
                () -> rig.entities.run(() -> campaigns.change(ALL, "SPRING", 1, Map.of("call_time", "NEVER"))));
        assertThrows(
                StaleVersionException.class,
                () -> rig.entities.run(() -> campaigns.change(ALL, "SPRING", 9, Map.of("dial_level", "1.5"))));

        assertEquals(1, audit.entries().size());
    }

    @Test
    void aCopyNamesItsOwnParts() {
        rig.entities.run(() -> parts.add(PartKind.SCRIPT, ALL, "SPRING", "HELLO", Map.of("name", "Hello")));
        rig.entities.run(() -> campaigns.change(ALL, "SPRING", 1, Map.of("script", "HELLO")));

        rig.entities.run(() -> campaigns.copy(ALL, "SPRING", "WINTER", Map.of("name", "Winter")));

        assertEquals(
                List.of(
                        "ADDED campaign WINTER name:null>Winter script:null>HELLO",
                        "ADDED script WINTER/HELLO active:null>true body:null> name:null>Hello place:null>0"),
                told().subList(3, 5));
        assertEquals("HELLO", rig.database.row("select code from script where campaign_id = 'WINTER'"));
        assertThrows(
                CampaignInvalidException.class,
                () -> rig.entities.run(() -> campaigns.copy(ALL, "SPRING", "MAY", Map.of("script", "BYE"))));
        assertEquals("2|2", rig.database.row("select count(*), (select count(*) from script) from campaign"));
    }

    @Test
    void tellsWhatGoesWithACampaign() {
        rig.entities.run(() -> parts.add(PartKind.HOT_KEY, ALL, "SPRING", "1", Map.of("disposition", "SALE")));

        rig.entities.run(() -> campaigns.remove(ALL, "SPRING", 1));

        assertEquals(
                List.of("REMOVED hot_key SPRING/1 disposition:SALE>null", "REMOVED campaign SPRING name:Spring>null"),
                told().subList(2, 4));
        assertEquals("0", rig.database.row("select count(*) from hot_key where campaign_id = 'SPRING'"));
    }

    @Test
    void ofManyEditorsAtTheSameTimeOneWinsAndEachOtherIsTold() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            int version = round;
            String level = "%d.0".formatted(round + 1);
            assertEquals(1, winners(there -> there.change(ALL, "SPRING", version, Map.of("dial_level", level))));
        }
        assertEquals("6", rig.database.row("select version from campaign"));
    }

    @Test
    void ofManyWhoAddOneCampaignAtTheSameTimeOneWinsAndEachOtherIsTold() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            String id = "MAY_" + round;
            assertEquals(1, winners(there -> there.add(ALL, id, Map.of("name", "May"))));
        }
    }

    @Test
    void ofManyWhoChangeOnePartAtTheSameTimeOneWinsAndEachOtherIsTold() throws Exception {
        PartState sale =
                rig.entities.in(() -> parts.add(PartKind.DISPOSITION, ALL, "SPRING", "MAYBE", Map.of("name", "Maybe")));
        for (int round = 1; round <= ROUNDS; round++) {
            int version = round;
            String name = "Perhaps " + round;
            assertEquals(
                    1,
                    partWinners(there ->
                            there.change(PartKind.DISPOSITION, ALL, sale.id(), version, Map.of("name", name))));
        }
    }

    @Test
    void ofManyWhoAddOnePartAtTheSameTimeOneWinsAndEachOtherIsTold() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            String code = "MAYBE_" + round;
            assertEquals(
                    1,
                    partWinners(
                            there -> there.add(PartKind.DISPOSITION, ALL, "SPRING", code, Map.of("name", "Maybe"))));
        }
    }

    private static int winners(Function<Campaigns, Object> work) throws Exception {
        return winnersOf(own -> work.apply(campaigns(own, new RecordedAudit())));
    }

    private static int partWinners(Function<CampaignParts, Object> work) throws Exception {
        return winnersOf(own -> work.apply(parts(own, new RecordedAudit())));
    }

    private static int winnersOf(Function<CampaignRig, Object> work) throws Exception {
        ExecutorService editors = Executors.newFixedThreadPool(EDITORS);
        try {
            List<Callable<Boolean>> all = IntStream.range(0, EDITORS)
                    .<Callable<Boolean>>mapToObj(i -> () -> isDone(work))
                    .toList();
            int won = 0;
            for (Future<Boolean> each : editors.invokeAll(all)) {
                won += each.get() ? 1 : 0;
            }
            return won;
        } finally {
            editors.shutdownNow();
        }
    }

    private static boolean isDone(Function<CampaignRig, Object> work) throws SQLException {
        try (CampaignRig own = CampaignRig.beside()) {
            own.entities.in(() -> work.apply(own));
            return true;
        } catch (StaleVersionException | CampaignTakenException e) {
            return false;
        }
    }

    private static Campaigns campaigns(CampaignRig rig, RecordedAudit audit) {
        Campaigns campaigns = new Campaigns();
        campaigns.entities = rig.entities.manager();
        campaigns.audit = audit;
        campaigns.current = ann();
        campaigns.time = new DatabaseTime(System::nanoTime, rig.database.now());
        campaigns.changed = new RecordedEvent<>();
        return campaigns;
    }

    private static CampaignParts parts(CampaignRig rig, RecordedAudit audit) {
        CampaignParts parts = new CampaignParts();
        parts.entities = rig.entities.manager();
        parts.audit = audit;
        parts.current = ann();
        parts.time = new DatabaseTime(System::nanoTime, rig.database.now());
        parts.changed = new RecordedEvent<>();
        return parts;
    }

    private static CurrentActor ann() {
        CurrentActor current = new CurrentActor();
        current.become(new Actor("ann", Actor.Way.PAGE, Optional.empty()));
        return current;
    }

    private List<String> told() {
        return audit.entries().stream().map(CampaignsIT::text).toList();
    }

    private static String text(AuditEntry entry) {
        StringBuilder text = new StringBuilder("%s %s %s".formatted(entry.verb(), entry.subject(), entry.key()));
        entry.changes()
                .forEach((field, change) -> text.append(" %s:%s>%s".formatted(field, change.before(), change.after())));
        return text.toString();
    }
}
