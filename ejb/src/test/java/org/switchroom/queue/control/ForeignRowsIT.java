package org.switchroom.queue.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.common.control.TestDatabase;
import org.switchroom.queue.entity.ActionRequest;
import org.switchroom.queue.entity.Submitted;

/** What foreign SQL clients may and may not do. */
class ForeignRowsIT {
    private QueueRig rig;

    @BeforeEach
    void open() {
        rig = new QueueRig();
    }

    @AfterEach
    void close() throws SQLException {
        rig.close();
    }

    @Test
    void leavesARowForAServerThatAnotherNodeHasJustAddedToALaterLook() {
        rig.database.run("insert into asterisk_server (name, host) values ('pbx7', '127.0.0.1')");
        long id = rig.insert("pbx7", "Ping", "{}");

        rig.intake.takeIn();
        assertEquals("NEW|0", rig.database.row("select status, judged from queued_action where id = ?", id));
        assertEquals(List.of(), rig.steps(id));

        rig.time.notBefore(rig.time.now().plusSeconds(3));
        rig.intake.takeIn();
        rig.database.run("delete from asterisk_server where name = 'pbx7'");
        assertEquals("FAILED", rig.status(id));
    }

    @Test
    void failsABadRowWithItsReasonAndTakesTheOthersIn() {
        long unknownServer = rig.insert("pbx9", "Originate", QueueRig.CALL);
        long unknownAction = rig.insert("pbx1", "Command", "{\"Command\":\"core stop now\"}");
        long notAllowed = rig.insert("pbx1", "Originate", QueueRig.CALL.replace("switchroom-echo", "from-trunk"));
        long good = rig.insert("pbx1", "Originate", QueueRig.CALL);

        rig.intake.takeIn();

        for (long bad : List.of(unknownServer, unknownAction, notAllowed)) {
            assertEquals("FAILED", rig.status(bad));
            assertTrue(rig.message(bad).length() > 10, rig.message(bad));
            assertEquals(List.of("-|NEW", "NEW|FAILED"), rig.steps(bad));
        }
        assertEquals("NEW", rig.status(good));
        assertTrue(rig.look().lanes().contains(LaneKey.of("pbx1", true)));
        assertFalse(rig.look().arrived());
    }

    @Test
    void takesAnIdempotencyKeyOnce() {
        String columns = "server_name, action, headers, idempotency_key";
        long first = rig.insertWith(columns, "pbx1", "Originate", QueueRig.CALL, "order-1");
        IllegalStateException hot = assertThrows(
                IllegalStateException.class,
                () -> rig.insertWith(columns, "pbx1", "Originate", QueueRig.CALL, "order-1"));
        assertEquals(1062, ((SQLException) hot.getCause()).getErrorCode());

        rig.intake.takeIn();
        rig.database.run("update queued_action set closed_at = utc_timestamp(3) - interval 61 second");
        rig.history.move();
        long second = rig.insertWith(columns, "pbx1", "Originate", QueueRig.CALL, "order-1");
        rig.intake.takeIn();
        assertEquals("duplicate of id " + first, rig.message(second));

        rig.database.run("update queued_action_history set moved_at = utc_timestamp(3) - interval 8 day");
        rig.database.run("delete from queued_action where id = ?", second);
        long third = rig.insertWith(columns, "pbx1", "Originate", QueueRig.CALL, "order-1");
        rig.intake.takeIn();
        assertEquals("NEW", rig.status(third));
    }

    @Test
    void answersASecondSubmitWithTheFirstRow() {
        ActionRequest request = new ActionRequest("pbx1", "Originate", QueueRig.CALL, null, null, null, "key-1");

        Submitted first = rig.submit.submit(request, "anna", false);
        Submitted second = rig.submit.submit(request, "anna", false);

        assertEquals(new Submitted(first.id(), false), second);
        assertEquals("anna", rig.database.row("select submitted_by from queued_action"));
    }

    @Test
    void withdrawsARowForTheAccountThatInsertedIt() {
        long target = rig.insert("pbx1", "Originate", QueueRig.CALL);
        rig.intake.takeIn();
        long cancel = rig.insert("pbx1", "SwitchroomCancel", "{\"Id\":\"" + target + "\"}");
        rig.intake.takeIn();

        assertEquals("CANCELLED", rig.status(target));
        assertEquals("SUCCEEDED", rig.status(cancel), rig.message(cancel));
        assertEquals(List.of(), rig.claim.claim("pbx1", 1, true, 10));
    }

    @Test
    void withdrawsNoRowOfAnotherAccountNorOneThatIsOnItsWay() {
        long others = rig.submit
                .submit(new ActionRequest("pbx1", "Originate", QueueRig.CALL, null, null, null, null), "anna", false)
                .id();
        long refused = rig.insert("pbx1", "SwitchroomCancel", "{\"Id\":\"" + others + "\"}");
        rig.intake.takeIn();
        assertEquals("FAILED", rig.status(refused));
        assertEquals("NEW", rig.status(others));
        rig.database.run("delete from queued_action");

        long own = rig.sent().id();
        long late = rig.insert("pbx1", "SwitchroomCancel", "{\"Id\":\"" + own + "\"}");
        rig.intake.takeIn();
        assertEquals("FAILED", rig.status(late));
        assertTrue(rig.message(late).contains("SENT"), rig.message(late));
    }

    @Test
    void namesWhoSubmittedARowThatIsRefused() {
        long id = rig.insert("pbx1", "Command", "{}");

        rig.intake.takeIn();

        assertEquals("FAILED|sql", rig.database.row("select status, submitted_by from queued_action where id = ?", id));
    }

    @Test
    void namesTheAccountThatADatabaseAccountIsMappedToEvenWhereThereAreTwo() {
        for (String name : List.of("beta", "alpha")) {
            rig.database.run(
                    "insert into user_account (name, full_name, password_hash, database_account) values (?, ?, '', ?)",
                    name,
                    name,
                    System.getProperty("switchroom.it.db.client.user"));
        }
        long id = rig.insert("pbx1", "Originate", QueueRig.CALL);

        rig.intake.takeIn();

        assertEquals("alpha", rig.database.row("select submitted_by from queued_action where id = ?", id));
    }

    @Test
    void letsTheForeignAccountDoNoMoreThanItMay() throws SQLException {
        rig.insert("pbx1", "Originate", QueueRig.CALL);
        try (Connection client = TestDatabase.connect("client")) {
            for (String column : List.of("status", "internal", "stage", "judged", "database_account", "uniqueid")) {
                assertThrows(
                        SQLException.class,
                        () -> QueueRig.insertBy(
                                client,
                                "server_name, action, headers, " + column,
                                "pbx1",
                                "Originate",
                                QueueRig.CALL,
                                "1"));
            }
            for (String sql : List.of(
                    "update queued_action set status = 'NEW'",
                    "delete from queued_action",
                    "select * from user_account",
                    "select * from asterisk_login")) {
                assertThrows(
                        SQLException.class, () -> client.prepareStatement(sql).execute(), sql);
            }
        }
    }
}
