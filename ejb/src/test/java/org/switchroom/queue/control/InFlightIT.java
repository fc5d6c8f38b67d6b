package org.switchroom.queue.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.switchroom.Events;
import org.switchroom.ami.AmiBatch;
import org.switchroom.ami.AmiSignal;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.DatabaseException;
import org.switchroom.guard.entity.Caller;
import org.switchroom.server.control.ServerAcquired;

/** Actions whose owner or whose events got lost while they were in flight. */
class InFlightIT {
    private static final ServerAcquired BY_ANOTHER = new ServerAcquired("pbx1", 2, true);
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
    void anOriginateOfADeadOwnerIsUnknownAndNeverGoesAgain() {
        ClaimedAction claimed = rig.claimed();
        ClaimedAction sent = rig.sent();

        rig.inFlight.takeOver(BY_ANOTHER);

        assertEquals("UNKNOWN", rig.status(claimed.id()));
        assertEquals("UNKNOWN", rig.status(sent.id()));
        assertEquals(List.of(), rig.claim.claim("pbx1", 2, true, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ping", "CoreShowChannels", "Status"})
    void whatMayBeDoneTwiceGoesAgain(String action) {
        long id = claimedByA(action, "{}");

        rig.inFlight.takeOver(BY_ANOTHER);

        assertEquals("NEW|DUE", rig.database.row("select status, stage from queued_action where id = ?", id));
        assertEquals(2, rig.claim.claim("pbx1", 2, false, 10).get(0).epoch());
        assertEquals("2", rig.database.row("select attempt from queued_action where id = ?", id));
    }

    @Test
    void aHangupGoesAgainOnlyIfItNamesItsChannelByTheIdThatIsNeverUsedTwice() {
        Instant expires = rig.time.now().plusSeconds(30);

        assertEquals("NEW", after("Hangup", "{\"Channel\":\"pbx1-1795.7\"}", expires));
        assertEquals("UNKNOWN", after("Hangup", "{\"Channel\":\"PJSIP/carrier-00000001\"}", expires));
        assertEquals("UNKNOWN", after("Setvar", "{\"Channel\":\"pbx1-1795.7\"}", expires));
        assertEquals("UNKNOWN", after("Ping", "{}", rig.time.now()));
    }

    @Test
    void theOldOwnersAnswerDoesNotTouchWhatTheNewOneClaimed() {
        long id = claimedByA("Ping", "{}");
        ClaimedAction old = new ClaimedAction(
                id,
                1,
                "pbx1",
                "Ping",
                "{}",
                false,
                5,
                rig.time.now(),
                rig.time.now().plusSeconds(30),
                ActionTag.fresh(id),
                Caller.known("test"));
        rig.inFlight.takeOver(BY_ANOTHER);
        rig.claim.claim("pbx1", 2, false, 10);

        rig.outcomes.store(List.of(new Outcome.Written(old, rig.time.now(), rig.time.now())));
        rig.outcomes.store(List.of(new Outcome.Lost(old, rig.time.now(), "its socket broke")));

        assertEquals("CLAIMED|2", rig.database.row("select status, epoch from queued_action where id = ?", id));
    }

    @Test
    void aNewEpochOfTheSameOwnerLeavesItsActionsInFlight() {
        ClaimedAction sent = rig.sent();

        rig.inFlight.takeOver(new ServerAcquired("pbx1", 2, false));
        rig.inFlight.takeOver(new ServerAcquired("pbx2", 2, true));

        assertEquals("SENT", rig.status(sent.id()));
    }

    @Test
    void anOriginateWhoseEventsAreMissingIsUnknownUntilTheServerListsItsChannels() {
        ClaimedAction sent = rig.sent();
        long ping = claimedByA("Ping", "{}");

        rig.inFlight.onBatch(new AmiBatch("pbx1", 1, List.of(new AmiSignal.StreamLost(Instant.EPOCH, "reset"))));

        assertEquals("UNKNOWN", rig.status(sent.id()));
        assertEquals("CLAIMED", rig.status(ping));
        rig.listed(1);
        rig.listed(5);
        assertEquals("FAILED", rig.status(sent.id()));
        assertEquals("not confirmed", rig.message(sent.id()));
    }

    @Test
    void aListFromBeforeTheEventsWereLostProvesNothing() {
        ClaimedAction sent = rig.sent();
        String tag = sent.tag().text();
        rig.happened(Events.newchannel(tag, "PJSIP/carrier-1"));
        rig.settlement.settle();
        rig.listed(1, Events.newchannel(tag, "PJSIP/carrier-1"));

        rig.inFlight.onBatch(new AmiBatch("pbx1", 2, List.of(new AmiSignal.StreamLost(Instant.EPOCH, "reset"))));
        rig.time.notBefore(rig.time.now().plusSeconds(2));
        rig.settlement.settle();

        assertEquals("UNKNOWN", rig.status(sent.id()));
    }

    @Test
    void aClaimWhoseCommitIsNotConfirmedWaitsAgainWhetherItWasStoredOrNot() {
        rig.insert("pbx1", "Originate", QueueRig.CALL);
        rig.intake.takeIn();
        Database breaking = new Database() {
            @Override
            public <T> T inNewTransaction(Work<T> work) {
                rig.database.inNewTransaction(work);
                throw DatabaseException.duringCommit(new SQLException("gone", "08S01"));
            }

            @Override
            public <T> T statementByStatement(Work<T> work) {
                return inNewTransaction(work);
            }

            @Override
            public <T> T inCurrentTransaction(Work<T> work) {
                return inNewTransaction(work);
            }
        };
        ActionClaim claim =
                new ActionClaim(new QueueStore(breaking, rig.node, rig.changed), rig.judge, rig.node, rig.time);

        ClaimUnconfirmedException unconfirmed =
                assertThrows(ClaimUnconfirmedException.class, () -> claim.claim("pbx1", 1, true, 1));
        assertEquals("CLAIMED", rig.database.row("select status from queued_action"));
        List<Outcome> waitAgain = unconfirmed.claimed().stream()
                .<Outcome>map(action -> new Outcome.NotWritten(action, rig.time.now(), "not confirmed"))
                .toList();
        rig.outcomes.store(waitAgain);
        rig.outcomes.store(waitAgain);

        assertEquals("NEW|DUE", rig.database.row("select status, stage from queued_action"));
        assertEquals(1, rig.claim.claim("pbx1", 1, true, 10).size());
    }

    private String after(String action, String headers, Instant expires) {
        return InFlight.lost(1, action, headers, expires, rig.time.now(), "lost")
                .to()
                .name();
    }

    private long claimedByA(String action, String headers) {
        rig.insert("pbx1", action, headers);
        rig.intake.takeIn();
        return rig.claim.claim("pbx1", 1, false, 1).get(0).id();
    }
}
