package org.switchroom.queue.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.switchroom.Responses;
import org.switchroom.queue.entity.ActionStatus;

class OutcomeTest {
    private static final Instant AT = ClaimedActions.DUE_AT.plusMillis(10);
    private static final ClaimedAction ORIGINATE = ClaimedActions.ordinary(1);
    private static final ClaimedAction HANGUP = ClaimedActions.urgent(2);

    @Test
    void marksActionSentOnceItIsWrittenWhole() {
        ActionMove move = OutcomeStore.move(new Outcome.Written(ORIGINATE, AT, AT.plusSeconds(35)));

        assertEquals(ActionStatus.SENT, move.to());
        assertEquals(Set.of(ActionStatus.CLAIMED), move.guard().from());
        assertEquals(AT, move.told().sentAt());
        assertEquals(AT.plusSeconds(35), move.told().settleBy());
    }

    @Test
    void letsActionWaitAgainOnlyWhereItIsProvenThatNothingWasWritten() {
        ActionMove move = OutcomeStore.move(new Outcome.NotWritten(ORIGINATE, AT, "pool is empty"));

        assertEquals(ActionStatus.NEW, move.to());
        assertEquals(Set.of(ActionStatus.CLAIMED), move.guard().from());
        assertEquals("not written: pool is empty", move.reason());
    }

    @Test
    void marksActionUnknownWhenConnectionDrops() {
        ActionMove move = OutcomeStore.move(new Outcome.Lost(ORIGINATE, AT, "connection reset"));

        assertEquals(ActionStatus.UNKNOWN, move.to());
        assertEquals(
                Set.of(ActionStatus.CLAIMED, ActionStatus.SENT), move.guard().from());
        assertEquals(ORIGINATE.expiresAt().plusSeconds(30), move.told().settleBy());
        assertEquals(AT, move.told().sentAt());
    }

    @Test
    void failsOrExpiresActionThatWasRefusedBeforeTheWire() {
        ActionMove refused = OutcomeStore.move(new Outcome.Refused(ORIGINATE, AT, false, "Channel: unknown"));
        ActionMove expired = OutcomeStore.move(new Outcome.Refused(ORIGINATE, AT, true, "expired"));

        assertEquals(ActionStatus.FAILED, refused.to());
        assertEquals("Channel: unknown", refused.told().responseMessage());
        assertEquals(ActionStatus.EXPIRED, expired.to());
        assertNull(expired.told().sentAt());
    }

    @Test
    void takesTheAnswerToAllButAnOriginateForTheTruth() {
        Outcome.Answered done = new Outcome.Answered(HANGUP, AT, Responses.success("Channel Hungup"));
        Outcome.Answered refused = new Outcome.Answered(HANGUP, AT, Responses.error("No such channel"));

        assertTrue(OutcomeStore.decides(done));
        assertEquals(ActionStatus.SUCCEEDED, OutcomeStore.move(done).to());
        assertTrue(OutcomeStore.decides(refused));
        assertEquals(ActionStatus.FAILED, OutcomeStore.move(refused).to());
        assertEquals("No such channel", OutcomeStore.move(refused).told().responseMessage());
        assertEquals(AT, OutcomeStore.move(refused).told().respondedAt());
    }

    @Test
    void takesSuccessfullyQueuedForNoAnswer() {
        assertFalse(OutcomeStore.decides(
                new Outcome.Answered(ORIGINATE, AT, Responses.success("Originate successfully queued"))));
        assertTrue(OutcomeStore.decides(
                new Outcome.Answered(ORIGINATE, AT, Responses.error("Extension does not exist."))));
    }

    @Test
    void settlesAnUnknownActionByAnAnswerThatComesLate() {
        ActionMove move = OutcomeStore.move(new Outcome.Answered(HANGUP, AT, Responses.success("")));

        assertEquals(
                Set.of(ActionStatus.SENT, ActionStatus.UNKNOWN), move.guard().from());
    }
}
