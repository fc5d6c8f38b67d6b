package org.switchroom.queue.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.switchroom.queue.entity.ActionStatus;
import org.switchroom.queue.entity.CallState;

/**
 * What may change of one row, as it stands in the table while this transaction holds its lock, and what the steps make of it. Plain
 * memory: the same steps give the same row, whether they come one by one or as a group. One thread.
 */
final class RowState {
    static final int LONGEST_TEXT = 500;
    static final int LONGEST_RESPONSE = 32;

    /** A line of the row's story. */
    record Transition(long id, ActionStatus from, ActionStatus to, Instant at, String reason) {}

    /** Columns as they were read; null where the table has null. */
    record Columns(
            ActionStatus status,
            String stage,
            Long epoch,
            Instant sentAt,
            Instant respondedAt,
            String response,
            String responseMessage,
            Instant settleBy,
            Instant finishedAt,
            Instant closedAt,
            Instant expiresAt) {}

    /** Columns of the call. */
    record Call(String uniqueid, CallState state, String channel, String linkedid, Integer cause, String causeText) {}

    private final long id;
    private final ActionStatus before;
    private final List<Transition> transitions = new ArrayList<>(2);
    private Columns now;
    private final Call callBefore;
    private Call call;
    private boolean changed;

    RowState(long id, Columns columns, Call call) {
        this.id = id;
        this.before = columns.status();
        this.now = columns;
        this.callBefore = call;
        this.call = call;
    }

    /** Makes a guarded step; false and no change if the row is not as its guard says. */
    boolean make(ActionMove move) {
        if (!move.guard().lets(this)) {
            return false;
        }
        ActionMove.Told told = move.told();
        transitions.add(new Transition(id, now.status, move.to(), move.at(), cut(move.reason(), LONGEST_TEXT)));
        now = new Columns(
                move.to(),
                move.to() == ActionStatus.NEW ? "DUE" : null,
                now.epoch,
                first(now.sentAt, told.sentAt()),
                first(told.respondedAt(), now.respondedAt),
                first(cut(told.response(), LONGEST_RESPONSE), now.response),
                first(cut(told.responseMessage(), LONGEST_TEXT), now.responseMessage),
                move.to() == ActionStatus.NEW ? now.expiresAt : told.settleBy(),
                move.to().isFinal() ? move.at() : null,
                now.closedAt,
                now.expiresAt);
        return closing(move.at());
    }

    /** Notes an answer that does not decide, if the row still waits for what does and was claimed in this epoch. */
    boolean note(AnswerNote answer) {
        boolean waits = now.status == ActionStatus.CLAIMED || now.status == ActionStatus.SENT;
        if (!waits || now.epoch == null || now.epoch != answer.epoch()) {
            return false;
        }
        now = new Columns(
                now.status,
                now.stage,
                now.epoch,
                now.sentAt,
                first(now.respondedAt, answer.at()),
                cut(answer.response(), LONGEST_RESPONSE),
                cut(answer.message(), LONGEST_TEXT),
                now.settleBy,
                now.finishedAt,
                now.closedAt,
                now.expiresAt);
        changed = true;
        return true;
    }

    /** Takes over what events say of the call, if it is the call of this tag. The state only goes forward. */
    boolean tell(CallChange change, Instant at) {
        if (!change.tag().text().equals(call.uniqueid) || !change.tellsOfTheCall()) {
            return false;
        }
        call = new Call(
                call.uniqueid,
                CallState.later(call.state, change.state()),
                first(change.channel(), call.channel),
                first(change.linkedid(), call.linkedid),
                first(change.cause(), call.cause),
                first(change.causeText(), call.causeText));
        return closing(at);
    }

    /** Closed is a row that is final itself and whose call, if it ever had one, is over. */
    private boolean closing(Instant at) {
        boolean closed = now.status.isFinal() && (call.state == null || call.state == CallState.HUNGUP);
        now = new Columns(
                now.status,
                now.stage,
                now.epoch,
                now.sentAt,
                now.respondedAt,
                now.response,
                now.responseMessage,
                now.settleBy,
                now.finishedAt,
                closed ? first(now.closedAt, at) : null,
                now.expiresAt);
        changed = true;
        return true;
    }

    long id() {
        return id;
    }

    /** The state in which the row was read, and is still in the table. */
    ActionStatus before() {
        return before;
    }

    ActionStatus status() {
        return now.status;
    }

    String uniqueid() {
        return call.uniqueid;
    }

    Long epoch() {
        return now.epoch;
    }

    Columns columns() {
        return now;
    }

    Call call() {
        return call;
    }

    /** Whether anything of the call differs from the table. */
    boolean isCallChanged() {
        return !call.equals(callBefore);
    }

    List<Transition> transitions() {
        return transitions;
    }

    boolean isChanged() {
        return changed;
    }

    private static <T> T first(T one, T other) {
        return one == null ? other : one;
    }

    /** What a server says fits its column, however long it is: a row must not hold up the others of its batch. */
    static String cut(String text, int most) {
        if (text == null || text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
