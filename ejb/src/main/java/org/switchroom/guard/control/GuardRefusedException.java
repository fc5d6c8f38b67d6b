package org.switchroom.guard.control;

import org.switchroom.common.SituationException;

/** A row dials what it may not; nothing of it goes to a server. The message says what, for whom, and who can change it. */
public class GuardRefusedException extends SituationException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final Why why;

    /** Which rule said no. */
    public enum Why {
        /** The group may not call there. */
        DESTINATION,
        /** It is costly, and nobody opened it. */
        COSTLY,
        /** It is no number of the world. */
        UNREADABLE,
        /** Too many calls, or too much money. */
        CAP
    }

    GuardRefusedException(String field, Why why, String message) {
        super("guard-refused", message);
        this.field = field;
        this.why = why;
    }

    /** The header that names what is dialled. */
    public String field() {
        return field;
    }

    public Why why() {
        return why;
    }
}
