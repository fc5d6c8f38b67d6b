package org.switchroom.common;

import jakarta.ejb.ApplicationException;

/**
 * A situation that a caller can understand and act on, with an id that stays the same for API and log. Each subclass is named after its
 * situation. Passes through an EJB as it is and rolls its transaction back.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract class SituationException extends RuntimeException {
    private final String errorId;

    protected SituationException(String errorId, String message) {
        super(message);
        this.errorId = errorId;
    }

    protected SituationException(String errorId, String message, Throwable cause) {
        super(message, cause);
        this.errorId = errorId;
    }

    /** Stable id in lower case with hyphens, for example {@code action-refused}. */
    public String errorId() {
        return errorId;
    }
}
