package org.switchroom.queue.control;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.switchroom.queue.entity.ActionStatus;

/**
 * One guarded step of one row: made only if the row is in one of the states it may come from. Null fields leave the column as it is.
 */
public record ActionMove(
        long id,
        String uniqueid,
        Long epoch,
        Set<ActionStatus> from,
        ActionStatus to,
        Instant at,
        String reason,
        String response,
        String responseMessage,
        Instant sentAt,
        Instant respondedAt,
        Instant settleBy) {

    /** A step to this state from any that may precede it. */
    public static ActionMove to(ActionStatus to, long id, Instant at) {
        Set<ActionStatus> from = Arrays.stream(ActionStatus.values())
                .filter(status -> status.next().contains(to))
                .collect(Collectors.toUnmodifiableSet());
        return new ActionMove(id, null, null, from, to, at, null, null, null, null, null, null);
    }

    public ActionMove onlyFrom(ActionStatus... states) {
        return new ActionMove(
                id,
                uniqueid,
                epoch,
                Set.of(states),
                to,
                at,
                reason,
                response,
                responseMessage,
                sentAt,
                respondedAt,
                settleBy);
    }

    /** Only if the row still carries this tag. */
    public ActionMove tagged(ActionTag tag) {
        return new ActionMove(
                id, tag.text(), epoch, from, to, at, reason, response, responseMessage, sentAt, respondedAt, settleBy);
    }

    /** Only if the row was claimed in this epoch and nobody has taken it over since. */
    public ActionMove inEpoch(long claimedIn) {
        return new ActionMove(
                id,
                uniqueid,
                claimedIn,
                from,
                to,
                at,
                reason,
                response,
                responseMessage,
                sentAt,
                respondedAt,
                settleBy);
    }

    public ActionMove because(String newReason) {
        return new ActionMove(
                id, uniqueid, epoch, from, to, at, newReason, response, responseMessage, sentAt, respondedAt, settleBy);
    }

    /** With what is to be read in response and response_message; the message is the reason of the step as well. */
    public ActionMove answered(String newResponse, String message) {
        return new ActionMove(
                id, uniqueid, epoch, from, to, at, message, newResponse, message, sentAt, respondedAt, settleBy);
    }

    public ActionMove sentAt(Instant newSentAt) {
        return new ActionMove(
                id, uniqueid, epoch, from, to, at, reason, response, responseMessage, newSentAt, respondedAt, settleBy);
    }

    public ActionMove respondedAt(Instant newRespondedAt) {
        return new ActionMove(
                id, uniqueid, epoch, from, to, at, reason, response, responseMessage, sentAt, newRespondedAt, settleBy);
    }

    public ActionMove settleBy(Instant newSettleBy) {
        return new ActionMove(
                id, uniqueid, epoch, from, to, at, reason, response, responseMessage, sentAt, respondedAt, newSettleBy);
    }

    /** Names of the states it may come from, as {@code find_in_set} takes them. */
    String fromNames() {
        return from.stream().map(Enum::name).collect(Collectors.joining(","));
    }
}
