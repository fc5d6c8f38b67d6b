package org.switchroom.queue.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.Events;
import org.switchroom.Responses;

class QueueIT {
    private static final String NAME = "PJSIP/carrier-00000001";
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
    void carriesAForeignRowFromInsertToHistory() {
        ClaimedAction action = rig.sent();
        String tag = action.tag().text();
        rig.outcomes.store(List.of(
                new Outcome.Answered(action, rig.time.now(), Responses.success("Originate successfully queued"))));
        assertEquals("SENT", rig.status(action.id()));

        rig.happened(Events.newchannel(tag, NAME), Events.ringing(tag, NAME));
        rig.happened(Events.up(tag, NAME), Events.originateResponse(tag, "Success", "4"));
        assertEquals(
                "SUCCEEDED|UP|" + NAME + "|" + tag + "|1",
                rig.database.row(
                        "select status, call_state, channel, uniqueid, attempt from queued_action where id = ?",
                        action.id()));
        assertEquals("-", rig.database.row("select closed_at from queued_action where id = ?", action.id()));

        rig.happened(Events.hangup(tag, NAME));
        assertEquals(
                "HUNGUP|16|Normal Clearing",
                rig.database.row(
                        "select call_state, hangup_cause, hangup_cause_text from queued_action where id = ?",
                        action.id()));
        assertEquals(List.of("-|NEW", "NEW|CLAIMED", "CLAIMED|SENT", "SENT|SUCCEEDED"), rig.steps(action.id()));

        assertEquals(0, rig.history.move());
        rig.database.run(
                "update queued_action set closed_at = closed_at - interval 61 second where id = ?", action.id());
        assertEquals(1, rig.history.move());
        assertEquals("0", rig.database.row("select count(*) from queued_action"));
        assertEquals("SUCCEEDED", rig.status(action.id()));
    }

    @Test
    void expiresARowThatNobodySentInTime() {
        long id = rig.insert("pbx1", "Originate", QueueRig.CALL);
        rig.intake.takeIn();
        rig.database.run(
                "update queued_action set expires_at = utc_timestamp(3) - interval 1 second, settle_by = expires_at where id = ?",
                id);

        assertEquals(List.of(), rig.claim.claim("pbx1", 1, true, 10));
        rig.deadlines.enforce();

        assertEquals("EXPIRED", rig.status(id));
    }

    @Test
    void waitsForNotBefore() {
        LocalDateTime later = LocalDateTime.ofInstant(rig.time.now().plusSeconds(60), ZoneOffset.UTC);
        long id = rig.insertWith("server_name, action, headers, not_before", "pbx1", "Originate", QueueRig.CALL, later);
        rig.intake.takeIn();
        assertEquals(List.of(), rig.look().lanes());
        assertEquals(
                "90",
                rig.database.row(
                        "select round(timestampdiff(second, created_at, expires_at), -1) from queued_action where id = ?",
                        id));

        rig.database.run("update queued_action set not_before = utc_timestamp(3) where id = ?", id);
        assertTrue(rig.look().waitingIsOver());
        rig.intake.endWaiting();

        assertEquals(id, rig.claim.claim("pbx1", 1, true, 10).get(0).id());
    }

    @Test
    void storesAnOutcomeThatComesBeforeTheRecordOfTheWrite() {
        ClaimedAction action = rig.claimed();

        rig.happened(Events.originateResponse(action.tag().text(), "Success", "4"));
        rig.outcomes.store(List.of(
                new Outcome.Written(action, rig.time.now(), rig.time.now().plusSeconds(35))));

        assertEquals("SUCCEEDED", rig.status(action.id()));
        assertEquals(List.of("-|NEW", "NEW|CLAIMED", "CLAIMED|SENT", "SENT|SUCCEEDED"), rig.steps(action.id()));
    }

    @Test
    void ignoresEventsOfAnotherClaimOfTheRow() {
        ClaimedAction action = rig.sent();
        ActionTag other = ActionTag.fresh(action.id());

        rig.happened(Events.up(other.text(), NAME), Events.originateResponse(other.text(), "Failure", "5"));

        assertEquals("SENT|-", rig.database.row("select status, call_state from queued_action"));
    }

    @Test
    void closesACallWhoseEndNobodySaw() {
        ClaimedAction action = rig.sent();
        String tag = action.tag().text();
        rig.happened(Events.up(tag, NAME), Events.originateResponse(tag, "Success", "4"));

        rig.settlement.settle();
        rig.listed(1);
        assertEquals("UP", rig.database.row("select call_state from queued_action"));
        rig.listed(10);

        assertEquals(
                "HUNGUP|-|LOST",
                rig.database.row("select call_state, hangup_cause, hangup_cause_text from queued_action"));
        assertFalse(rig.database.row("select closed_at from queued_action").equals("-"));
    }

    @Test
    void settlesAnUnknownRowByWhatTheServerLists() {
        ClaimedAction ringing = lost();
        ClaimedAction up = lost();
        ClaimedAction gone = lost();
        rig.settlement.settle();

        for (int after : List.of(1, 10)) {
            rig.listed(
                    after,
                    Events.listed(ringing.tag().text(), NAME, "5", "Ringing"),
                    Events.listed(up.tag().text(), NAME, "6", "Up"));
        }

        assertEquals("SENT", rig.status(ringing.id()));
        assertEquals("SUCCEEDED", rig.status(up.id()));
        assertEquals("FAILED", rig.status(gone.id()));
        assertEquals("not confirmed", rig.message(gone.id()));
    }

    @Test
    void failsAnUnknownRowOfAServerOutOfReach() {
        ClaimedAction action = lost();
        rig.deadlines.enforce();
        assertEquals("UNKNOWN", rig.status(action.id()));

        rig.database.run("update queued_action set settle_by = utc_timestamp(3) - interval 1 second");
        rig.deadlines.enforce();

        assertEquals("FAILED|not confirmed", rig.database.row("select status, response_message from queued_action"));
        assertEquals(List.of("-|NEW", "NEW|CLAIMED", "CLAIMED|UNKNOWN", "UNKNOWN|FAILED"), rig.steps(action.id()));
    }

    @Test
    void forgetsNoRowThatWasClaimedAndNeverHeardOfAgain() {
        ClaimedAction action = rig.claimed();
        rig.database.run("update queued_action set settle_by = settle_by - interval 1 hour");

        rig.deadlines.enforce();

        assertEquals("UNKNOWN", rig.status(action.id()));
    }

    @Test
    void storesAnswersThatAreLongerThanTheirColumns() {
        ClaimedAction action = rig.sent();
        String tag = action.tag().text();
        String hostile = "\uD83D\uDE00x".repeat(2000);

        rig.outcomes.store(List.of(new Outcome.Answered(action, rig.time.now(), Responses.of(hostile, hostile))));
        rig.happened(
                Events.channel("Newchannel", tag, hostile, "0", hostile),
                Events.hangup(tag, hostile, "6", hostile, hostile),
                Events.originateResponse(tag, hostile, hostile));

        assertEquals("FAILED|HUNGUP", rig.database.row("select status, call_state from queued_action"));
    }

    private ClaimedAction lost() {
        ClaimedAction action = rig.claimed();
        rig.outcomes.store(List.of(new Outcome.Lost(action, rig.time.now(), "connection reset")));
        return action;
    }
}
