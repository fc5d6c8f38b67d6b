package org.switchroom.common.control;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;
import java.util.Optional;

/** The database refused or was out of reach. Keeps the cause; says whether a unique key was hit. */
@ApplicationException(rollback = true)
public class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int DUPLICATE_KEY = 1062;
    private static final int DEADLOCK = 1213;
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    public DatabaseException(Throwable cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether a row of this unique key was there already (MySQL 1062). */
    public boolean isDuplicateKey() {
        return sqlError().map(e -> e.getErrorCode() == DUPLICATE_KEY).orElse(false);
    }

    /** Whether the transaction was rolled back for the sake of another and may run again as a whole. */
    public boolean mayRunAgain() {
        return sqlError()
                .map(e -> e.getErrorCode() == DEADLOCK
                        || e.getErrorCode() == LOCK_WAIT_TIMEOUT
                        || "40001".equals(e.getSQLState()))
                .orElse(false);
    }

    /** Whether the database could not be reached or had no free connection. */
    public boolean isOutOfReach() {
        return sqlError()
                .map(e -> e.getSQLState() == null || e.getSQLState().startsWith("08"))
                .orElse(true);
    }

    private Optional<SQLException> sqlError() {
        for (Throwable t = getCause(); t != null; t = t.getCause()) {
            if (t instanceof SQLException e) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }
}
