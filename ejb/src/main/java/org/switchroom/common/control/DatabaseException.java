package org.switchroom.common.control;

import jakarta.ejb.ApplicationException;
import java.sql.SQLTransientConnectionException;

/** The database refused or was out of reach. Keeps the cause; says what kind of problem it is. */
@ApplicationException(rollback = true)
public class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DatabaseProblem problem;

    public DatabaseException(Throwable cause) {
        this(cause, DatabaseProblem.of(cause));
    }

    private DatabaseException(Throwable cause, DatabaseProblem problem) {
        super(cause.getMessage(), cause);
        this.problem = problem;
        problem.met();
    }

    /** COMMIT was under way when it happened: where the connection broke, nobody knows whether the transaction was stored. */
    public static DatabaseException duringCommit(Throwable cause) {
        return new DatabaseException(cause, DatabaseProblem.duringCommit(cause));
    }

    /**
     * Those who came before take too long, and nobody else is let to the database; nothing was stored.
     *
     * @param why in a few words; which pool it is and how full is said beside it
     */
    public static DatabaseException poolExhausted(String why) {
        return new DatabaseException(
                new SQLTransientConnectionException(ConnectionPool.fullness() + "; " + why),
                DatabaseProblem.TOO_MANY_CONNECTIONS);
    }

    /** Whether it failed because each connection was in use. */
    public boolean isPoolExhausted() {
        return problem == DatabaseProblem.TOO_MANY_CONNECTIONS;
    }

    public DatabaseProblem problem() {
        return problem;
    }

    /** Whether a row of this unique key was there already (MySQL 1062). */
    public boolean isDuplicateKey() {
        return problem == DatabaseProblem.DUPLICATE_KEY;
    }

    /** Whether the transaction was rolled back for the sake of another and may run again as a whole. */
    public boolean mayRunAgain() {
        return problem == DatabaseProblem.RUN_AGAIN;
    }

    /** Whether the database could not be reached or took nothing, so that the same may be tried again later. */
    public boolean isOutOfReach() {
        return problem.passes() && problem != DatabaseProblem.RUN_AGAIN;
    }

    /** Whether it may have been stored all the same. */
    public boolean isOutcomeUnknown() {
        return problem == DatabaseProblem.OUTCOME_UNKNOWN;
    }
}
