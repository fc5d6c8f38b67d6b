package org.switchroom.queue.control;

import java.util.List;
import org.switchroom.common.control.DatabaseException;

/**
 * The connection broke during the COMMIT of a claim: the rows may be claimed or not. What is certain is that nothing of them was
 * written to a server, so whoever catches this lets them wait again.
 */
final class ClaimUnconfirmedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<ClaimedAction> claimed;
    private final DatabaseException problem;

    ClaimUnconfirmedException(List<ClaimedAction> claimed, DatabaseException problem) {
        super(problem.getMessage(), problem);
        this.claimed = List.copyOf(claimed);
        this.problem = problem;
    }

    List<ClaimedAction> claimed() {
        return claimed;
    }

    DatabaseException problem() {
        return problem;
    }
}
