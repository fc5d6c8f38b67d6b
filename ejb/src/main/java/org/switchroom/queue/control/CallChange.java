package org.switchroom.queue.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.switchroom.ami.AmiEvent;
import org.switchroom.queue.entity.ActionStatus;
import org.switchroom.queue.entity.CallState;

/**
 * What a batch of events says of one Originate's call, gathered: the furthest state, names, cause, and Asterisk's verdict. Gathering
 * is the same for every order of the events and for events that come twice.
 */
final class CallChange {
    private static final Duration STILL_RINGING = Duration.ofSeconds(35);

    private final ActionTag tag;
    private CallState state;
    private String channel;
    private String linkedid;
    private Integer cause;
    private String causeText;
    private String verdict;
    private String reason;

    CallChange(ActionTag tag) {
        this.tag = tag;
    }

    /** Takes one event of our channel, or the OriginateResponse of our action. */
    void take(AmiEvent event) {
        switch (event.event()) {
            case "OriginateResponse" -> takeVerdict(event);
            case "Hangup" -> takeHangup(event);
            case "Newchannel", "Newstate" -> {
                takeNames(event);
                state = CallState.later(state, CallState.ofChannelState(event.text("ChannelState")));
            }
            case "Rename" -> channel = event.text("Newname");
            default -> {
                // other events say nothing of the row
            }
        }
    }

    private void takeVerdict(AmiEvent event) {
        verdict = event.text("Response");
        reason = event.text("Reason");
    }

    private void takeHangup(AmiEvent event) {
        takeNames(event);
        state = CallState.HUNGUP;
        cause = number(event.text("Cause"));
        causeText = event.text("Cause-txt");
    }

    private void takeNames(AmiEvent event) {
        channel = event.text("Channel");
        linkedid = event.text("Linkedid");
    }

    ActionTag tag() {
        return tag;
    }

    CallState state() {
        return state;
    }

    String channel() {
        return channel;
    }

    String linkedid() {
        return linkedid;
    }

    Integer cause() {
        return cause;
    }

    String causeText() {
        return causeText;
    }

    /** Steps of the row's status that follow from it, in order. */
    List<ActionMove> moves(Instant at) {
        List<ActionMove> moves = new ArrayList<>();
        if (verdict != null) {
            boolean answered = "Success".equalsIgnoreCase(verdict);
            moves.add(sentBefore(at));
            moves.add(ActionMove.to(answered ? ActionStatus.SUCCEEDED : ActionStatus.FAILED, tag.id(), at)
                    .tagged(tag)
                    .onlyFrom(ActionStatus.SENT, ActionStatus.UNKNOWN)
                    .answered(verdict, words(answered))
                    .respondedAt(at));
        } else if (state == CallState.UP) {
            moves.add(ActionMove.to(ActionStatus.SUCCEEDED, tag.id(), at)
                    .tagged(tag)
                    .onlyFrom(ActionStatus.UNKNOWN)
                    .answered(null, "confirmed: its channel is up"));
        } else if (state == CallState.DIALING || state == CallState.RINGING) {
            moves.add(ActionMove.to(ActionStatus.SENT, tag.id(), at)
                    .tagged(tag)
                    .onlyFrom(ActionStatus.UNKNOWN)
                    .because("confirmed: its channel lives")
                    .settleBy(at.plus(STILL_RINGING)));
        }
        return moves;
    }

    /** The event may overtake the record of the write; what was answered has been sent. */
    private ActionMove sentBefore(Instant at) {
        return ActionMove.to(ActionStatus.SENT, tag.id(), at)
                .tagged(tag)
                .onlyFrom(ActionStatus.CLAIMED)
                .sentAt(at);
    }

    /** Asterisk's reason in words; busy and congestion look alike here, the hangup cause tells them apart. */
    private String words(boolean answered) {
        if (answered) {
            return "answered";
        }
        return switch (reason == null ? "" : reason) {
            case "3" -> "no answer within the timeout";
            case "5" -> "busy";
            case "8" -> "congestion";
            default -> "not answered; the hangup cause says why";
        };
    }

    private static Integer number(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
