package org.switchroom.lead.entity;

import org.switchroom.common.SituationException;

/** What is asked can't be done to what is there now. */
public class LeadConflictException extends SituationException {
    private static final long serialVersionUID = 1L;

    public LeadConflictException(String errorId, String message) {
        super(errorId, message);
    }
}
