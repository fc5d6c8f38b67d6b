package org.switchroom.inbound.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
    void ofManyWhoAddOneKeyAtTheSameTimeOneWinsAndEachOtherIsTold() throws Exception {
        ExecutorService editors = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> add = this::isAdded;
            for (int round = 0; round < 20; round++) {
                int won = 0;
                for (Future<Boolean> each : editors.invokeAll(List.of(add, add, add, add))) {
                    won += each.get() ? 1 : 0;
                }
                assertEquals(1, won);
                editing.remove(SALES, 0);
            }
        } finally {
            editors.shutdownNow();
        }
    }

    /** The menu's key comes before the group's: who waits for the group has passed the place of the menu already. */
    @Test
    @Timeout(60)
    void whoHadToWaitForAnotherSeesWhatThatOneAdded() throws Exception {
        editing.add(group("Sales", Map.of()), "anna");
        InboundItem menu = menuTo("IN_GROUP:SALES");
        InboundItem dialling = group("Sales", Map.of("full_target", "NUMBER:+15551234567"));
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> change = database.inNewTransaction(connection -> {
                InboundRows rows = new InboundRows(connection);
                rows.allLocked();
                Future<Boolean> begun = other.submit(() -> isDone(() -> change(dialling)));
                awaitOneThatLocks();
                rows.insert(menu);
                return begun;
            });

            assertFalse(change.get());
            assertEquals("0", database.row("select version from inbound_item where id = 'SALES'"));
        } finally {
            other.shutdownNow();
        }
    }

    private static void awaitOneThatLocks() throws SQLException {
        try (TestDatabase beside = TestDatabase.present()) {
            while (beside.row("select count(*) from information_schema.processlist"
                            + " where info like '% from inbound_item % for update'"
                            + " and info not like '%processlist%'")
                    .equals("0")) {
                Thread.onSpinWait();
            }
        }
    }

    private InboundItem menuTo(String target) {
        return InboundItem.of(
                new ItemKey(InboundKind.CALL_MENU, "main"),
                Map.of("name", "Main", "prompt", "hello", "key_1", target),
                database.now(),
                "anna",
                0);
    }

    private Object change(InboundItem wanted) {
        return editing.change(wanted.over(editing.find(SALES).orElseThrow().version()), "ben");
    }

    private static boolean isDone(Supplier<Object> work) {
        try {
            work.get();
            return true;
        } catch (InboundInvalidException e) {
            return false;
        }
    }

    private boolean isAdded() {
        try {
            editing.add(group("Sales", Map.of()), "anna");
            return true;
        } catch (InboundTakenException e) {
            return false;
        }
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
