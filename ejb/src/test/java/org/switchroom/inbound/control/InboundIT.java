package org.switchroom.inbound.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.common.SettableClock;
import org.switchroom.common.StaleVersionException;
import org.switchroom.common.control.DatabaseException;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.TestDatabase;
import org.switchroom.inbound.entity.InboundItem;
import org.switchroom.inbound.entity.InboundKind;
import org.switchroom.inbound.entity.ItemKey;

/** Items over a real database: what is stored, what is kept, and who may not look. */
class InboundIT {
    private static final ItemKey SALES = new ItemKey(InboundKind.IN_GROUP, "SALES");

    private TestDatabase database;
    private InboundEditing editing;

    @BeforeEach
    void open() {
        database = TestDatabase.empty();
        database.run("delete from inbound_reference");
        database.run("delete from inbound_item");
        editing = new InboundEditing(database, new DatabaseTime(new SettableClock()::monotonicNanos, database.now()));
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void keepsWhatDiffersFromTheDefaultAndGivesItBack() {
        editing.add(group("Verkauf \"Süd\" \uD83D\uDE00", Map.of("priority", "99", "welcome", "")), "anna");

        InboundItem stored = editing.find(SALES).orElseThrow();

        assertEquals(Map.of("name", "Verkauf \"Süd\" \uD83D\uDE00", "priority", "99"), stored.changed());
        assertEquals("anna|0", database.row("select changed_by, version from inbound_item"));
        assertEquals(List.of(stored), editing.ofKind(InboundKind.IN_GROUP));
        assertEquals(List.of(), editing.ofKind(InboundKind.DID));
    }

    @Test
    void storesNoLeadToWhatIsNotThere() {
        InboundInvalidException refused =
                assertThrows(InboundInvalidException.class, () -> editing.add(did("IN_GROUP:SALES"), "anna"));

        assertEquals("target names the in-group SALES, which is not there.", refused.getMessage());
        assertEquals("0", database.row("select count(*) from inbound_item"));
    }

    @Test
    void theDatabaseItselfKeepsWhatOthersLeadTo() {
        editing.add(group("Sales", Map.of()), "anna");
        editing.add(did("IN_GROUP:SALES"), "anna");

        assertEquals(
                "DID|15551230|target|IN_GROUP|SALES",
                database.row("select from_kind, from_id, setting, to_kind, to_id from inbound_reference"));
        assertThrows(DatabaseException.class, () -> database.run("delete from inbound_item where id = 'SALES'"));
    }

    @Test
    void whatOthersLeadToIsRemovedOnlyAfterThem() {
        editing.add(group("Sales", Map.of()), "anna");
        InboundItem did = editing.add(did("IN_GROUP:SALES"), "anna");

        InboundInUseException refused = assertThrows(InboundInUseException.class, () -> editing.remove(SALES, 0));
        assertEquals("Can't remove the in-group SALES: DID 15551230 leads to it.", refused.getMessage());
        assertEquals(Map.of("SALES", 1L), editing.useCounts(InboundKind.IN_GROUP));

        editing.change(InboundItem.of(did.key(), Map.of("name", "Main", "target", "HANG_UP"), null, "", 0), "anna");
        editing.remove(SALES, 0);
        assertEquals(Optional.empty(), editing.find(SALES));
        assertEquals("0", database.row("select count(*) from inbound_reference"));
    }

    @Test
    void aMenuThatLeadsToItselfCanBeRemoved() {
        InboundItem menu = editing.add(
                InboundItem.of(
                        InboundKind.CALL_MENU,
                        "main",
                        Map.of("name", "Main", "prompt", "hello", "key_1", "CALL_MENU:main")),
                "anna");

        editing.remove(menu.key(), 0);

        assertEquals("0", database.row("select count(*) from inbound_item"));
    }

    @Test
    void whoSawAnOldVersionOverwritesNothing() {
        editing.add(group("Sales", Map.of()), "anna");
        editing.change(group("Sales North", Map.of()), "ben");

        StaleVersionException stale =
                assertThrows(StaleVersionException.class, () -> editing.change(group("Mine", Map.of()), "anna"));

        assertEquals(1, stale.present());
        assertEquals("Somebody changed the in-group SALES meanwhile; it has version 1 now.", stale.getMessage());
        InboundItem present = editing.find(SALES).orElseThrow();
        assertEquals("Sales North", present.name());
        assertEquals("ben", present.changedBy());
        assertThrows(StaleVersionException.class, () -> editing.remove(SALES, 0));
        assertEquals(
                2,
                editing.change(group("Sales", Map.of()).over(1), "anna").after().version());
    }

    @Test
    void aKeyIsGivenOnce() {
        editing.add(group("Sales", Map.of()), "anna");

        assertThrows(InboundTakenException.class, () -> editing.add(group("Other", Map.of()), "ben"));
        assertThrows(
                UnknownInboundException.class, () -> editing.remove(new ItemKey(InboundKind.IN_GROUP, "sales"), 0));
    }

    @Test
    void foreignAccountsSeeNothingOfIt() throws SQLException {
        try (Connection client = TestDatabase.connect("client")) {
            for (String table : List.of("inbound_item", "inbound_reference")) {
                SQLException refused = assertThrows(
                        SQLException.class,
                        () -> client.prepareStatement("select * from " + table).executeQuery());
                assertTrue(refused.getErrorCode() == 1142, refused.getMessage());
            }
        }
    }

    private static InboundItem group(String name, Map<String, String> others) {
        Map<String, String> values = new HashMap<>(others);
        values.put("name", name);
        return InboundItem.of(InboundKind.IN_GROUP, "SALES", values);
    }

    private static InboundItem did(String target) {
        return InboundItem.of(InboundKind.DID, "+1 555 1230", Map.of("name", "Main", "target", target));
    }
}
