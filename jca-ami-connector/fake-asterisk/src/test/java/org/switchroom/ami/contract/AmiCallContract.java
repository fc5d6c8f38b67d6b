package org.switchroom.ami.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.session.AmiSession;

/** What an Asterisk tells of calls, told by the carrier's digit rule: runs on the fake and on a real one. */
public abstract class AmiCallContract extends AmiContract {

    @Test
    void tellsAnAnsweredCallByEvents() {
        AmiSession session = commands();
        RecordedEvents events = events();
        String uid = id();
        String actionId = "action-" + uid;

        AmiResponse queued = await(session.send(originate("PJSIP/15551230@carrier", uid), actionId, SOON));

        assertEquals("Originate successfully queued", queued.message());
        AmiEvent response = events.await("OriginateResponse", "ActionID", actionId);
        assertEquals("Success", response.text("Response"));
        assertEquals("4", response.text("Reason"));
        assertEquals(uid, response.text("Uniqueid"));
        AmiEvent created = events.await("Newchannel", "Uniqueid", uid);
        assertEquals(uid, created.text("Linkedid"));
        assertEquals("SWR_CALL=", created.text("ChanVariable"), "the first event comes before the variables");
        assertEquals(
                "SWR_CALL=" + uid, events.await("NewCallerid", "Uniqueid", uid).text("ChanVariable"));
        assertTrue(created.text("Channel").startsWith("PJSIP/carrier-"), created.text("Channel"));
        assertEquals("ANSWER", events.await("DialEnd", "DestUniqueid", uid).text("DialStatus"));
        assertEquals(
                "Channel Hungup",
                ask(session, AmiAction.of("Hangup").with("Channel", uid).with("Cause", "16"))
                        .message());
        AmiEvent hangup = events.await("Hangup", "Uniqueid", uid);
        assertEquals("16", hangup.text("Cause"));
        assertEquals("Normal Clearing", hangup.text("Cause-txt"));
    }

    @Test
    void tellsNoCauseOfAHangupThatGaveNone() {
        AmiSession session = commands();
        RecordedEvents events = events();
        String uid = id();
        await(session.send(originate("PJSIP/15551230@carrier", uid), uid, SOON));
        events.await("OriginateResponse", "ActionID", uid);

        ask(session, AmiAction.of("Hangup").with("Channel", uid));

        AmiEvent hangup = events.await("Hangup", "Uniqueid", uid);
        assertEquals("0", hangup.text("Cause"));
        assertEquals("Unknown", hangup.text("Cause-txt"));
    }

    @Test
    void dropsACallThatIsRedirectedToNowhere() {
        AmiSession session = commands();
        RecordedEvents events = events();
        String uid = id();
        await(session.send(originate("PJSIP/99903@carrier", uid), uid, SOON));
        events.await("OriginateResponse", "ActionID", uid);

        AmiResponse redirected = ask(
                session,
                AmiAction.of("Redirect")
                        .with("Channel", uid)
                        .with("Context", "no-such-context")
                        .with("Exten", "s")
                        .with("Priority", "1"));

        assertEquals("Redirect successful", redirected.message());
        events.await("Hangup", "Uniqueid", uid);
    }

    @Test
    void tellsACallThatWeEndWhileItRings() {
        AmiSession session = commands();
        RecordedEvents events = events();
        String uid = id();
        await(session.send(originate("PJSIP/15551234@carrier", uid), uid, SOON));
        assertEquals("Ringing", events.await("Newstate", "Uniqueid", uid).text("ChannelStateDesc"));

        ask(session, AmiAction.of("Hangup").with("Channel", uid).with("Cause", "16"));

        assertEquals("NOANSWER", events.await("DialEnd", "DestUniqueid", uid).text("DialStatus"));
        assertEquals("16", events.await("Hangup", "Uniqueid", uid).text("Cause"));
        AmiEvent response = events.await("OriginateResponse", "ActionID", uid);
        assertEquals("Failure", response.text("Response"));
        assertEquals("0", response.text("Reason"));
    }

    @Test
    void tellsABusyPartyByTheHangupCause() {
        assertRefused("PJSIP/15551235@carrier", "BUSY", "17", "User busy");
    }

    @Test
    void tellsCongestionByTheHangupCause() {
        assertRefused("PJSIP/15551236@carrier", "CONGESTION", "34", "Circuit/channel congestion");
    }

    @Test
    void tellsAnUnallocatedNumberByTheHangupCause() {
        assertRefused("PJSIP/15551237@carrier", "NOANSWER", "1", "Unallocated (unassigned) number");
    }

    private void assertRefused(String channel, String dialStatus, String cause, String text) {
        AmiSession session = commands();
        RecordedEvents events = events();
        String uid = id();

        await(session.send(originate(channel, uid), uid, SOON));

        AmiEvent response = events.await("OriginateResponse", "ActionID", uid);
        assertEquals("Failure", response.text("Response"));
        assertEquals("0", response.text("Reason"));
        assertEquals(channel, response.text("Channel"), "a failure names the dial string");
        AmiEvent hangup = events.await("Hangup", "Uniqueid", uid);
        assertEquals(cause, hangup.text("Cause"));
        assertEquals(text, hangup.text("Cause-txt"));
        assertEquals(dialStatus, events.await("DialEnd", "DestUniqueid", uid).text("DialStatus"));
    }

    @Test
    void tellsThatNobodyAnswered() {
        AmiSession session = commands();
        RecordedEvents events = events();
        String uid = id();
        AmiAction impatient = AmiAction.of("Originate")
                .with("Channel", "PJSIP/15551234@carrier")
                .with("Context", "switchroom-wait")
                .with("Exten", "s")
                .with("Priority", "1")
                .with("Async", "true")
                .with("ChannelId", uid)
                .with("Timeout", "1500");

        await(session.send(impatient, uid, SOON));

        assertEquals("Ringing", events.await("Newstate", "Uniqueid", uid).text("ChannelStateDesc"));
        assertEquals("3", events.await("OriginateResponse", "ActionID", uid).text("Reason"));
        assertEquals("19", events.await("Hangup", "Uniqueid", uid).text("Cause"));
    }

    @Test
    void failsAnEndpointThatIsNotKnownWithoutAChannel() {
        AmiSession session = commands();
        RecordedEvents events = events();
        String uid = id();

        await(session.send(originate("PJSIP/15551230@nowhere", uid), uid, SOON));

        AmiEvent response = events.await("OriginateResponse", "ActionID", uid);
        assertEquals("Failure", response.text("Response"));
        assertEquals("0", response.text("Reason"));
        assertEquals(uid, response.text("Uniqueid"));
        assertEquals("PJSIP/15551230@nowhere", response.text("Channel"));
        assertTrue(events.named("Newchannel").stream()
                .noneMatch(e -> e.text("Uniqueid").equals(uid)));
    }

    @Test
    void refusesASecondCallWithTheSameChannelId() {
        AmiSession session = commands();
        RecordedEvents events = events();
        String uid = id();
        await(session.send(originate("PJSIP/99902@carrier", uid), uid + "-1", SOON));
        events.await("OriginateResponse", "ActionID", uid + "-1");

        AmiResponse queued = await(session.send(originate("PJSIP/99902@carrier", uid), uid + "-2", SOON));

        assertEquals("Originate successfully queued", queued.message());
        assertEquals(
                "Failure",
                events.await("OriginateResponse", "ActionID", uid + "-2").text("Response"));
        ask(session, AmiAction.of("Hangup").with("Channel", uid));
        events.await("Hangup", "Uniqueid", uid);
    }

    @Test
    void showsOurCallVariableInEvents() {
        AmiSession session = commands();
        RecordedEvents events = events();
        String uid = id();

        await(session.send(originate("PJSIP/15551235@carrier", uid), uid, SOON));

        assertEquals("SWR_CALL=" + uid, events.await("Hangup", "Uniqueid", uid).text("ChanVariable"));
    }
}
