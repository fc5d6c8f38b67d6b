package org.switchroom.queue.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.switchroom.Events;
import org.switchroom.queue.entity.ActionStatus;
import org.switchroom.queue.entity.CallState;

class RowStateTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant EXPIRES = AT.plusSeconds(30);
    private static final ActionTag TAG = ActionTag.fresh(7);

    @Test
    void makesStepsOneAfterTheOtherAndTellsEach() {
        RowState row = row(ActionStatus.CLAIMED, null);

        assertTrue(row.make(to(ActionStatus.SENT).sentAt(AT).settleBy(EXPIRES)));
        assertTrue(
                row.make(to(ActionStatus.SUCCEEDED).answered("Success", "done").respondedAt(AT.plusMillis(1))));

        assertEquals(ActionStatus.CLAIMED, row.before());
        assertEquals(ActionStatus.SUCCEEDED, row.status());
        assertEquals(AT, row.columns().sentAt());
        assertNull(row.columns().settleBy());
        assertEquals(AT, row.columns().closedAt());
        assertEquals(
                List.of(ActionStatus.SENT, ActionStatus.SUCCEEDED),
                row.transitions().stream().map(RowState.Transition::to).toList());
    }

    @Test
    void makesNoStepThatItsGuardForbids() {
        RowState row = row(ActionStatus.SENT, null);

        assertFalse(row.make(to(ActionStatus.FAILED).onlyFrom(ActionStatus.UNKNOWN)));
        assertFalse(row.make(to(ActionStatus.FAILED).inEpoch(2)));
        assertFalse(row.make(to(ActionStatus.FAILED).tagged(ActionTag.fresh(7))));
        assertFalse(row.isChanged());
        assertTrue(row.make(to(ActionStatus.FAILED).inEpoch(1).tagged(TAG)));
    }

    @Test
    void givesARowThatWasNotWrittenItsEndBack() {
        RowState row = row(ActionStatus.CLAIMED, null);

        row.make(to(ActionStatus.NEW).because("not written"));

        assertEquals("DUE", row.columns().stage());
        assertEquals(EXPIRES, row.columns().settleBy());
    }

    @Test
    void closesARowWhoseCallGoesOnOnlyAfterTheCall() {
        RowState row = row(ActionStatus.SENT, CallState.UP);
        row.make(to(ActionStatus.SUCCEEDED));
        assertNull(row.columns().closedAt());

        CallChange end = new CallChange(TAG);
        end.take(Events.hangup(TAG.text(), "PJSIP/carrier-1"));
        assertTrue(row.tell(end, AT.plusSeconds(9)));

        assertEquals(AT.plusSeconds(9), row.columns().closedAt());
        assertEquals(16, row.call().cause());
    }

    @Test
    void takesNothingFromACallOfAnotherClaimNorFromThePast() {
        RowState row = row(ActionStatus.SENT, CallState.UP);
        CallChange other = new CallChange(ActionTag.fresh(7));
        other.take(Events.hangup(other.tag().text(), "PJSIP/carrier-1"));
        CallChange late = new CallChange(TAG);
        late.take(Events.ringing(TAG.text(), "PJSIP/carrier-1"));

        assertFalse(row.tell(other, AT));
        assertTrue(row.tell(late, AT));

        assertEquals(CallState.UP, row.call().state());
    }

    @Test
    void notesAnAnswerOnlyOfTheEpochInWhichItWaits() {
        RowState row = row(ActionStatus.SENT, null);

        assertFalse(row.note(new AnswerNote(7, 2, "Success", "queued", AT)));
        assertTrue(row.note(new AnswerNote(7, 1, "Success", "queued", AT)));

        assertEquals("queued", row.columns().responseMessage());
        assertEquals(List.of(), row.transitions());
    }

    private static ActionMove to(ActionStatus status) {
        return ActionMove.to(status, 7, AT);
    }

    private static RowState row(ActionStatus status, CallState call) {
        return new RowState(
                7,
                new RowState.Columns(status, null, 1L, null, null, null, null, null, null, null, EXPIRES),
                new RowState.Call(TAG.text(), call, null, null, null, null));
    }
}
