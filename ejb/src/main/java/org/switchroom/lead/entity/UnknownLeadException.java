package org.switchroom.lead.entity;

import org.switchroom.common.SituationException;

/** The lead, list, load or callback is not there, or not for this person. */
public class UnknownLeadException extends SituationException {
    private static final long serialVersionUID = 1L;

    /** @param what in words with its id, for example {@code lead 17} */
    public UnknownLeadException(String what) {
        super("not-found", "There is no " + what + ".");
    }
}
