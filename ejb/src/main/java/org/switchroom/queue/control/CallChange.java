package org.switchroom.queue.control;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<String, String> renamed = new HashMap<>();
    private String linkedid;
    private Integer cause;
    private String causeText;
    private boolean up;
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
                state = CallState.later(state, channelState(event));
            }
            case "Rename" -> {
                renamed.put(event.text("Channel"), event.text("Newname"));
                channel = channel == null ? event.text("Newname") : channel;
            }
            default -> {
                // other events say nothing of the row
            }
        }
    }

    private void takeVerdict(AmiEvent event) {
        verdict = cut(event.text("Response"), 32);
        reason = event.text("Reason");
    }

    private void takeHangup(AmiEvent event) {
        takeNames(event);
        channelState(event);
        state = CallState.HUNGUP;
        cause = number(event.text("Cause"));
        causeText = cut(event.text("Cause-txt"), 128);
    }

    /** A Hangup tells as well whether the channel was up, so that an answer is not lost where both come together. */
    private CallState channelState(AmiEvent event) {
        CallState now = CallState.ofChannelState(event.text("ChannelState"));
        up |= now == CallState.UP;
        return now;
    }

    private void takeNames(AmiEvent event) {
        channel = event.text("Channel");
        linkedid = cut(event.text("Linkedid"), 150);
    }

    ActionTag tag() {
        return tag;
    }

    CallState state() {
        return state;
    }

    /** The last name that these events tell; a rename holds whether it comes before or after an event with the old name. */
    String channel() {
        String name = channel;
        for (int step = 0; step < renamed.size() && renamed.containsKey(name); step++) {
            name = renamed.get(name);
        }
        return cut(name, 255);
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

    /** Whether there is anything of the call itself, and not of the action alone. */
    boolean tellsOfTheCall() {
        return state != null || channel != null;
    }

    /** What is to be done with the row, in order: the call's columns first, then the status. */
    List<RowStep> steps(Instant at) {
        List<RowStep> steps = new ArrayList<>(3);
        steps.add(new CallNote(this, at));
        steps.addAll(moves(at));
        return steps;
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
        } else if (up) {
            moves.add(ActionMove.to(ActionStatus.SUCCEEDED, tag.id(), at)
                    .tagged(tag)
                    .onlyFrom(ActionStatus.UNKNOWN)
                    .answered(null, "confirmed: its channel was up"));
        } else if (state == CallState.HUNGUP) {
            moves.add(ActionMove.to(ActionStatus.FAILED, tag.id(), at)
                    .tagged(tag)
                    .onlyFrom(ActionStatus.UNKNOWN)
                    .answered(null, "ended before it was answered; the hangup cause says why"));
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

    private static String cut(String text, int most) {
        return text == null || text.length() <= most ? text : text.substring(0, most);
    }

    private static Integer number(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
