package org.switchroom.queue.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.switchroom.Events;
import org.switchroom.guard.entity.CallProgress;
import org.switchroom.guard.entity.DialledRow;
import org.switchroom.queue.catalogue.ActionRefusedException;
import org.switchroom.queue.catalogue.RefusalRule;
import org.switchroom.queue.entity.ActionRequest;

/** Rows under the guard, and what it is told of them. */
class GuardedRowsIT {
    private static final String NAME = "PJSIP/carrier-00000001";

    private final QueueRig rig = new QueueRig();

    @AfterEach
    void close() throws SQLException {
        rig.database.run("update guard_plan set enforced = false, home_country = null");
        rig.database.run("delete from guard_cap");
        rig.database.run("delete from user_group");
        rig.close();
    }

    @Test
    void aRowThatMayNotCallThereFailsWhenItComesInAndSaysWhy() {
        enforce();

        long id = rig.insert("pbx1", "Originate", QueueRig.CALL);
        rig.intake.takeIn();

        assertEquals("FAILED", rig.status(id));
        assertTrue(rig.message(id).contains("may not be called by sql, who is in no group"), rig.message(id));
        assertEquals(List.of(), rig.claim.claim("pbx1", 1, true, 1));
    }

    @Test
    void aForeignRowCantBorrowTheRightsOfWhomItNames() {
        rig.database.run("insert into user_account (name, full_name, password_hash) values ('boss', 'x', '-')");
        rig.database.run(
                "insert into user_role (user_id, role) select id, 'admin' from user_account where name = 'boss'");
        enforce();

        long id = rig.insertWith(
                "server_name, action, headers, submitted_by", "pbx1", "Originate", QueueRig.CALL, "boss");
        rig.intake.takeIn();

        assertEquals("FAILED", rig.status(id));
        rig.submit.submit(request(), "boss", false);
    }

    @Test
    void whatOurOwnCodeSubmitsIsRefusedBeforeItIsStored() {
        enforce();

        ActionRefusedException refusal =
                assertThrows(ActionRefusedException.class, () -> rig.submit.submit(request(), "nobody", false));

        assertEquals(RefusalRule.DESTINATION_NOT_ALLOWED, refusal.rule());
        assertEquals("Channel", refusal.field());
        assertEquals(List.of(), rig.database.rows("select id from queued_action"));
    }

    @Test
    void theLimitHoldsWhenARowIsAboutToBeWrittenAndARowGoesAgainFreely() {
        allow();
        rig.database.run("insert into guard_cap (scope, name, calls_per_day) values ('GROUP', 'sql', 1)");
        enforce();
        ClaimedAction first = rig.claimed();
        ClaimedAction second = rig.claimed();

        rig.rules.admit(first);
        rig.rules.admit(first);
        ActionRefusedException refusal = assertThrows(ActionRefusedException.class, () -> rig.rules.admit(second));

        assertEquals(RefusalRule.CAP_REACHED, refusal.rule());
    }

    @Test
    void tellsTheGuardWhatWasSentAndHowItWentOn() {
        ClaimedAction action = rig.sent();
        String tag = action.tag().text();

        DialledRow row = only();
        assertEquals("PJSIP/carrier", row.dialling().trunk());
        assertEquals("15551230", row.dialling().targets().get(0).digits());
        assertEquals("switchroom_client", row.caller().databaseUser());
        assertTrue(row.progress().answeredAt().isEmpty());

        rig.happened(Events.newchannel(tag, NAME), Events.up(tag, NAME));
        rig.happened(Events.originateResponse(tag, "Success", "4"));
        assertTrue(progress(action.id()).answeredAt().isPresent());
        rig.happened(Events.hangup(tag, NAME));
        CallProgress over = progress(action.id());

        assertTrue(over.over() && over.endedAt().isPresent());
        rig.database.run("update queued_action set closed_at = closed_at - interval 2 minute");
        rig.history.move();
        assertEquals("1", rig.database.row("select count(*) from queued_action_history"));
        assertTrue(progress(action.id()).over());
        assertEquals(action.id(), only().id());
    }

    private DialledRow only() {
        List<DialledRow> rows = new ArrayList<>();
        rig.calls.sentSince(rig.time.now().minus(Duration.ofDays(1)), rows::add);
        assertEquals(1, rows.size());
        return rows.get(0);
    }

    private CallProgress progress(long id) {
        return rig.calls.progress(Set.of(id)).get(id);
    }

    private void allow() {
        rig.database.run("insert into user_group (name) values ('sql')");
        rig.database.run("insert into user_group_right (group_id, kind, value)"
                + " select id, 'DESTINATION', '+1555' from user_group where name = 'sql'");
    }

    private void enforce() {
        rig.database.run("update guard_plan set enforced = true, home_country = 'DE', version = version + 1");
        rig.guard.load();
    }

    private static ActionRequest request() {
        return new ActionRequest("pbx1", "Originate", QueueRig.CALL, null, null, null, null);
    }
}
