package org.switchroom.ami.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiConnectException;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiMalformedException;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.session.AmiPermissions;
import org.switchroom.ami.session.AmiSession;
import org.switchroom.ami.session.AmiSessionSettings;
import org.switchroom.ami.session.SessionListener;

/** What holds between a session and any Asterisk: runs on the fake and on a real one, so that the fake can't lie. */
public abstract class AmiSessionContract extends AmiContract {

    @Test
    void logsInByChallengeAndKnowsTheVersion() {
        AmiSession session = commands();

        assertTrue(session.isOpen());
        assertTrue(session.amiVersion().matches("\\d+\\.\\d+\\.\\d+"), session.amiVersion());
    }

    @Test
    void understandsAPlainLogin() {
        AmiSession session = commands();
        AmiServer server = commandServer();

        AmiResponse again = ask(
                session,
                AmiAction.of("Login")
                        .with("Username", server.user())
                        .with("Secret", server.secret().reveal()));

        assertTrue(
                List.of("Already authenticated", "Authentication accepted").contains(again.message()), again.message());
    }

    @Test
    void namesAWrongSecret() {
        AmiServer right = commandServer();
        AmiServer wrong = new AmiServer(
                right.name(),
                right.host(),
                right.port(),
                right.transport(),
                right.user(),
                new AmiServer.Secret("wrong"));

        AmiConnectException refused = assertThrows(
                AmiConnectException.class, () -> open(wrong, AmiSessionSettings.forCommands(), SessionListener.NONE));

        assertEquals(AmiProblem.WRONG_SECRET, refused.problem());
        assertTrue(refused.getMessage().contains("Authentication failed"), refused.getMessage());
    }

    @Test
    void answersPing() {
        AmiSession session = commands();

        assertTrue(session.ping(SOON).compareTo(SOON) < 0);
        assertEquals("Pong", ask(session, AmiAction.of("Ping")).text("Ping"));
    }

    @Test
    void matchesAThousandPingsInFlight() {
        AmiSession session = commands();
        List<CompletableFuture<AmiResponse>> answers = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            answers.add(session.send(AmiAction.of("Ping"), "ping-" + i, SOON));
        }

        for (int i = 0; i < 1000; i++) {
            assertEquals("ping-" + i, await(answers.get(i)).text("ActionID"));
        }
        assertEquals(0, session.counters().inFlight());
        assertEquals(0, session.counters().unknown());
    }

    @Test
    void givesAListTogetherWithItsEvents() {
        AmiSession session = commands();
        RecordedEvents events = events();
        String uid = id();
        ask(session, originate("PJSIP/99901@carrier", uid));
        events.await("OriginateResponse", "Uniqueid", uid);

        AmiResponse list = ask(session, AmiAction.of("CoreShowChannels"));

        assertEquals("Channels will follow", list.message());
        assertEquals("start", list.text("EventList"));
        AmiEvent ours = list.listEvents().stream()
                .filter(e -> e.text("Uniqueid").equals(uid))
                .findFirst()
                .orElseThrow();
        assertEquals("CoreShowChannel", ours.event());
        assertEquals("Up", ours.text("ChannelStateDesc"));
        assertEquals("switchroom-wait", ours.text("Context"));
        assertEquals("Wait", ours.text("Application"));
        ask(session, AmiAction.of("Hangup").with("Channel", uid));
        events.await("Hangup", "Uniqueid", uid);
    }

    @Test
    void acceptsTheLongestLineThatWeAllow() {
        // What Asterisk does with it is the reason why an action refuses such a line before it is sent.
        assertThrows(
                AmiMalformedException.class,
                () -> AmiAction.of("Ping").with("X", "y".repeat(AmiAction.MAX_LINE_BYTES)));
        AmiSession session = commands();

        assertEquals(
                "Pong",
                ask(session, AmiAction.of("Ping").with("X", "y".repeat(AmiAction.MAX_LINE_BYTES - 3)))
                        .text("Ping"));
    }

    @Test
    void usesAsterisksWordsForWhatIsNotThere() {
        AmiSession session = commands();
        String none = "PJSIP/none-00000000";

        assertError("No such channel", session, AmiAction.of("Hangup").with("Channel", none));
        assertError(
                "No such channel",
                session,
                AmiAction.of("Setvar")
                        .with("Channel", none)
                        .with("Variable", "X_A")
                        .with("Value", "1"));
        assertError("No such channel", session, AmiAction.of("Status").with("Channel", none));
        assertError(
                "Channel does not exist: " + none,
                session,
                AmiAction.of("Redirect")
                        .with("Channel", none)
                        .with("Context", "switchroom-wait")
                        .with("Exten", "s")
                        .with("Priority", "1"));
        assertError(
                "Channel not found",
                session,
                AmiAction.of("PlayDTMF").with("Channel", none).with("Digit", "1"));
        assertError(
                "No active conferences.",
                session,
                AmiAction.of("ConfbridgeMute").with("Conference", "none").with("Channel", none));
        assertError(
                "Channel " + none + " does not exist.",
                session,
                AmiAction.of("AGI").with("Channel", none).with("Command", "ANSWER"));
    }

    @Test
    void usesAsterisksWordsForWhatIsNotPossible() {
        AmiSession session = commands();

        assertError("Permission denied", session, AmiAction.of("Command").with("Command", "core show version"));
        assertError("Permission denied", session, AmiAction.of("UpdateConfig"));
        assertError(
                "Invalid/unknown command: Nonsense. Use Action: ListCommands to show available commands.",
                session,
                AmiAction.of("Nonsense"));
        assertError(
                "Extension does not exist.",
                session,
                AmiAction.of("Originate")
                        .with("Channel", "PJSIP/15551230@carrier")
                        .with("Context", "no-such-context")
                        .with("Exten", "s")
                        .with("Priority", "1")
                        .with("Async", "true"));
    }

    private static void assertError(String message, AmiSession session, AmiAction action) {
        AmiResponse response = ask(session, action);
        assertFalse(response.succeeded(), action.name());
        assertEquals(message, response.message());
    }

    @Test
    void findsNoClassMissing() {
        RecordedEvents recorded = new RecordedEvents();
        AmiSession events = open(eventServer(), AmiSessionSettings.forEvents(), recorded);

        assertTrue(AmiPermissions.missing(commands(), AmiPermissions.Purpose.COMMAND, SOON)
                .isFine());
        assertTrue(AmiPermissions.missing(events, AmiPermissions.Purpose.EVENTS, SOON)
                .isFine());
        assertEquals(1, recorded.named("FullyBooted").size());
    }

    @Test
    void tellsNoEventsToASessionThatWantsNone() {
        RecordedEvents none = new RecordedEvents();
        AmiSession session = open(commandServer(), AmiSessionSettings.forCommands(), none);
        RecordedEvents events = events();
        String uid = id();

        await(session.send(originate("PJSIP/15551235@carrier", uid), uid, SOON));
        events.await("Hangup", "Uniqueid", uid);

        assertEquals(List.of(), none.all());
    }

    @Test
    void closesInOrder() {
        RecordedEvents events = new RecordedEvents();
        AmiSession session = open(eventServer(), AmiSessionSettings.forEvents(), events);

        session.close();
        session.close();

        assertFalse(session.isOpen());
        Awaitility.await().atMost(SOON).until(() -> events.closed().size() == 1);
        assertEquals(List.of("closed"), events.closed());
    }
}
