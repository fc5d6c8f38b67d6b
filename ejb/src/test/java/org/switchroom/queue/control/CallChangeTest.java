package org.switchroom.queue.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.switchroom.Events;
import org.switchroom.ami.AmiEvent;
import org.switchroom.queue.entity.ActionStatus;
import org.switchroom.queue.entity.CallState;

class CallChangeTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final ActionTag TAG = ActionTag.fresh(42);
    private static final String NAME = "PJSIP/carrier-00000001";

    private static final List<AmiEvent> ANSWERED_CALL = List.of(
            Events.newchannel(TAG.text(), NAME),
            Events.ringing(TAG.text(), NAME),
            Events.up(TAG.text(), NAME),
            Events.originateResponse(TAG.text(), "Success", "4"),
            Events.hangup(TAG.text(), NAME));

    private static final List<AmiEvent> BUSY_CALL = List.of(
            Events.newchannel(TAG.text(), NAME),
            Events.ringing(TAG.text(), NAME),
            Events.originateResponse(TAG.text(), "Failure", "5"),
            Events.hangup(TAG.text(), NAME, "5", "17", "User busy"));

    /** All that a change tells, to compare. */
    private record Told(
            CallState state,
            String channel,
            String linkedid,
            Integer cause,
            String causeText,
            List<ActionMove> moves) {}

    @Test
    void tellsTheSameForEveryOrderOfTheEvents() {
        for (List<AmiEvent> call : List.of(ANSWERED_CALL, BUSY_CALL)) {
            Set<Told> told = new HashSet<>();

            permutations(call).forEach(events -> told.add(told(events)));

            assertEquals(1, told.size(), told::toString);
        }
    }

    @Test
    void tellsTheSameForEventsThatComeTwice() {
        for (AmiEvent twice : ANSWERED_CALL) {
            List<AmiEvent> events = new ArrayList<>(ANSWERED_CALL);
            events.add(twice);

            permutations(events).forEach(order -> assertEquals(told(ANSWERED_CALL), told(order)));
        }
    }

    @Test
    void tellsTheEndOfACallWhoseOtherEventsAreMissing() {
        Told told = told(List.of(Events.hangup(TAG.text(), NAME, "5", "19", "No answer")));

        assertEquals(CallState.HUNGUP, told.state());
        assertEquals(NAME, told.channel());
        assertEquals(19, told.cause());
        assertEquals("No answer", told.causeText());
    }

    @Test
    void marksAnActionSucceededWhenAsteriskSaysSoEvenBeforeTheRecordOfTheWrite() {
        List<ActionMove> moves = told(List.of(Events.originateResponse(TAG.text(), "Success", "4")))
                .moves();

        assertEquals(List.of(ActionStatus.SENT, ActionStatus.SUCCEEDED), targets(moves));
        assertEquals(Set.of(ActionStatus.CLAIMED), moves.get(0).guard().from());
        assertEquals(
                Set.of(ActionStatus.SENT, ActionStatus.UNKNOWN),
                moves.get(1).guard().from());
        assertEquals(TAG.text(), moves.get(1).guard().uniqueid());
    }

    @Test
    void saysWhyACallWasNotAnswered() {
        assertEquals("busy", failure("5"));
        assertEquals("congestion", failure("8"));
        assertEquals("no answer within the timeout", failure("3"));
        assertTrue(failure("0").contains("hangup cause"));
        assertTrue(failure("nonsense").contains("hangup cause"));
    }

    private static String failure(String reason) {
        List<ActionMove> moves = told(List.of(Events.originateResponse(TAG.text(), "Failure", reason)))
                .moves();
        assertEquals(ActionStatus.FAILED, moves.get(1).to());
        return moves.get(1).told().responseMessage();
    }

    @Test
    void settlesAnUnknownActionByTheStateOfItsChannel() {
        assertUnknownBecomes(ActionStatus.SENT, Events.newchannel(TAG.text(), NAME));
        assertUnknownBecomes(ActionStatus.SENT, Events.ringing(TAG.text(), NAME));
        assertUnknownBecomes(ActionStatus.SUCCEEDED, Events.up(TAG.text(), NAME));
        assertUnknownBecomes(ActionStatus.FAILED, Events.hangup(TAG.text(), NAME, "5", "19", "No answer"));
        assertUnknownBecomes(ActionStatus.SUCCEEDED, Events.hangup(TAG.text(), NAME));
    }

    @Test
    void settlesAnUnknownActionTheSameWhenAnswerAndEndComeInOneBatch() {
        assertUnknownBecomes(
                ActionStatus.SUCCEEDED,
                Events.up(TAG.text(), NAME),
                Events.hangup(TAG.text(), NAME, "0", "16", "Normal Clearing"));
    }

    private static void assertUnknownBecomes(ActionStatus expected, AmiEvent... events) {
        List<ActionMove> moves = told(List.of(events)).moves();

        assertEquals(List.of(expected), targets(moves));
        assertEquals(Set.of(ActionStatus.UNKNOWN), moves.get(0).guard().from());
    }

    @Test
    void keepsTheNewNameOfARenamedChannelInEveryOrder() {
        List<AmiEvent> events = List.of(
                Events.newchannel(TAG.text(), NAME),
                Events.rename(TAG.text(), NAME, "PJSIP/other"),
                Events.rename(TAG.text(), "PJSIP/other", "PJSIP/last"),
                Events.up(TAG.text(), "PJSIP/other"));

        permutations(events)
                .forEach(order -> assertEquals("PJSIP/last", told(order).channel()));
    }

    @Test
    void doesNotTurnInACircleOfRenames() {
        Told told = told(List.of(
                Events.newchannel(TAG.text(), "A"),
                Events.rename(TAG.text(), "A", "B"),
                Events.rename(TAG.text(), "B", "A")));

        assertTrue(Set.of("A", "B").contains(told.channel()));
    }

    @Test
    void cutsWhatIsLongerThanItsColumn() {
        String longText = "x".repeat(5000);
        Told told = told(List.of(
                Events.of("Newstate", "Channel", longText, "Linkedid", longText, "ChannelState", longText),
                Events.of(
                        "Hangup", "Channel", longText, "Linkedid", longText, "Cause", longText, "Cause-txt", longText),
                Events.originateResponse(TAG.text(), longText, longText)));

        assertEquals(255, told.channel().length());
        assertEquals(150, told.linkedid().length());
        assertEquals(128, told.causeText().length());
        assertNull(told.cause());
        assertEquals(32, told.moves().get(1).told().response().length());
    }

    @Test
    void ignoresEventsThatSayNothingOfTheCall() {
        Told told = told(List.of(Events.of("VarSet", "Uniqueid", TAG.text(), "Variable", "X_A", "Value", "1")));

        assertEquals(new Told(null, null, null, null, null, List.of()), told);
    }

    private static Told told(Collection<AmiEvent> events) {
        CallChange change = new CallChange(TAG);
        events.forEach(change::take);
        return new Told(
                change.state(),
                change.channel(),
                change.linkedid(),
                change.cause(),
                change.causeText(),
                change.moves(AT));
    }

    private static List<ActionStatus> targets(List<ActionMove> moves) {
        return moves.stream().map(ActionMove::to).toList();
    }

    private static <T> List<List<T>> permutations(List<T> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            List<T> rest = new ArrayList<>(all);
            T first = rest.remove(i);
            for (List<T> order : permutations(rest)) {
                List<T> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                found.add(whole);
            }
        }
        return found;
    }
}
