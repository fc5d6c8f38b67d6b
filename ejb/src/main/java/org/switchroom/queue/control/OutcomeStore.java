package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.switchroom.ami.AmiResponse;
import org.switchroom.queue.entity.ActionStatus;
import org.switchroom.server.control.NodeName;

/** Turns outcomes into steps of their rows and stores a batch of them in one transaction, in the order in which they came. */
@ApplicationScoped
public class OutcomeStore {
    /** How long after expires_at an action of which nothing was heard counts as not done (design: not confirmed). */
    static final Duration GIVE_UP_AFTER_EXPIRY = Duration.ofSeconds(30);

    private final QueueStore store;
    private final NodeName node;

    @Inject
    OutcomeStore(QueueStore store, NodeName node) {
        this.store = store;
        this.node = node;
    }

    /** For the container's proxy only. */
    protected OutcomeStore() {
        this(null, null);
    }

    void store(List<Outcome> outcomes) {
        List<RowStep> steps = outcomes.stream().map(OutcomeStore::step).toList();
        store.change(connection -> ActionRows.change(connection, node.name(), steps));
    }

    private static RowStep step(Outcome outcome) {
        long epoch = outcome.action().epoch();
        if (outcome instanceof Outcome.Answered answered && !decides(answered)) {
            AmiResponse response = answered.response();
            return new AnswerNote(outcome.action().id(), epoch, response.response(), response.message(), answered.at());
        }
        return move(outcome).inEpoch(epoch);
    }

    /** "Originate successfully queued" says nothing yet; OriginateResponse will. All other answers decide. */
    static boolean decides(Outcome.Answered answered) {
        boolean originate = answered.action().action().equalsIgnoreCase("Originate");
        return !(originate && answered.response().succeeded());
    }

    static ActionMove move(Outcome outcome) {
        long id = outcome.action().id();
        Instant at = outcome.at();
        if (outcome instanceof Outcome.Written written) {
            return ActionMove.to(ActionStatus.SENT, id, at)
                    .onlyFrom(ActionStatus.CLAIMED)
                    .sentAt(at)
                    .settleBy(written.settleBy());
        }
        if (outcome instanceof Outcome.NotWritten notWritten) {
            return ActionMove.to(ActionStatus.NEW, id, at)
                    .onlyFrom(ActionStatus.CLAIMED)
                    .because("not written: " + notWritten.reason());
        }
        if (outcome instanceof Outcome.Refused refused) {
            ActionStatus to = refused.expired() ? ActionStatus.EXPIRED : ActionStatus.FAILED;
            return ActionMove.to(to, id, at).onlyFrom(ActionStatus.CLAIMED).answered(null, refused.reason());
        }
        if (outcome instanceof Outcome.Lost lost) {
            ClaimedAction action = lost.action();
            ActionMove move =
                    InFlight.lost(id, action.action(), action.headers(), action.expiresAt(), at, lost.reason());
            return move.to() == ActionStatus.UNKNOWN ? move.sentAt(at) : move;
        }
        return answered((Outcome.Answered) outcome);
    }

    private static ActionMove answered(Outcome.Answered answered) {
        AmiResponse response = answered.response();
        ActionStatus to = response.succeeded() ? ActionStatus.SUCCEEDED : ActionStatus.FAILED;
        return ActionMove.to(to, answered.action().id(), answered.at())
                .onlyFrom(ActionStatus.SENT, ActionStatus.UNKNOWN)
                .answered(response.response(), response.message())
                .respondedAt(answered.at());
    }
}
