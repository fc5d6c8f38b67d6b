package org.switchroom.queue.control;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.switchroom.queue.entity.ActionStatus;

/** One guarded step of one row: made only if the row is as its guard says. What it tells as null leaves the column as it is. */
public record ActionMove(long id, Guard guard, ActionStatus to, Instant at, String reason, Told told)
        implements RowStep {
    private static final Told NOTHING = new Told(null, null, null, null, null);
    private static final Map<ActionStatus, Set<ActionStatus>> BEFORE =
            Arrays.stream(ActionStatus.values()).collect(Collectors.toMap(Function.identity(), ActionMove::before));

    /** What the row must be like: in one of these states; with this tag and of this epoch, unless they are null. */
    record Guard(Set<ActionStatus> from, String uniqueid, Long epoch) {
        boolean lets(RowState row) {
            return from.contains(row.status())
                    && (uniqueid == null || uniqueid.equals(row.uniqueid()))
                    && (epoch == null || epoch.equals(row.epoch()));
        }
    }

    /** What the step tells beside the state. */
    record Told(String response, String responseMessage, Instant sentAt, Instant respondedAt, Instant settleBy) {}

    /** A step to this state from any that may precede it. */
    public static ActionMove to(ActionStatus to, long id, Instant at) {
        return new ActionMove(id, new Guard(BEFORE.get(to), null, null), to, at, null, NOTHING);
    }

    private static Set<ActionStatus> before(ActionStatus to) {
        return Arrays.stream(ActionStatus.values())
                .filter(status -> status.next().contains(to))
                .collect(Collectors.toUnmodifiableSet());
    }

    public ActionMove onlyFrom(ActionStatus... states) {
        return guarded(new Guard(Set.of(states), guard.uniqueid, guard.epoch));
    }

    /** Only if the row still carries this tag. */
    public ActionMove tagged(ActionTag tag) {
        return guarded(new Guard(guard.from, tag.text(), guard.epoch));
    }

    /** Only if the row was claimed in this epoch and nobody has taken it over since. */
    public ActionMove inEpoch(long claimedIn) {
        return guarded(new Guard(guard.from, guard.uniqueid, claimedIn));
    }

    public ActionMove because(String newReason) {
        return new ActionMove(id, guard, to, at, newReason, told);
    }

    /** With what is to be read in response and response_message; the message is the reason of the step as well. */
    public ActionMove answered(String response, String message) {
        return because(message).telling(new Told(response, message, told.sentAt, told.respondedAt, told.settleBy));
    }

    public ActionMove sentAt(Instant sentAt) {
        return telling(new Told(told.response, told.responseMessage, sentAt, told.respondedAt, told.settleBy));
    }

    public ActionMove respondedAt(Instant respondedAt) {
        return telling(new Told(told.response, told.responseMessage, told.sentAt, respondedAt, told.settleBy));
    }

    public ActionMove settleBy(Instant settleBy) {
        return telling(new Told(told.response, told.responseMessage, told.sentAt, told.respondedAt, settleBy));
    }

    private ActionMove guarded(Guard newGuard) {
        return new ActionMove(id, newGuard, to, at, reason, told);
    }

    private ActionMove telling(Told newTold) {
        return new ActionMove(id, guard, to, at, reason, newTold);
    }

    @Override
    public boolean on(RowState row) {
        return row.make(this);
    }
}
