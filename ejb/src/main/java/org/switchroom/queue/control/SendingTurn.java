package org.switchroom.queue.control;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The sender, seen by those who store rows: it lends them its turn, so that a row is claimed by the commit that stores it. */
interface SendingTurn {
    /**
     * Does this work at once. If no pass is under way it may claim what goes now, and no pass begins before it is done; else it is told that
     * nothing goes.
     *
     * @param work returns what it claimed, by lane; committed, and handed out before this returns
     */
    void lend(Function<AtOnce, Map<LaneKey, List<ClaimedAction>>> work);

    /** Rows are due that nobody claimed. */
    void wake();

    /** It is not certain that these are claimed, only that nothing of them was written. */
    void letWaitAgain(List<ClaimedAction> actions, String reason);
}
