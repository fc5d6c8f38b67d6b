package org.switchroom.user.control;

import org.switchroom.common.SituationException;

/** Without this account nobody could administer any more. */
public class LastAdministratorException extends SituationException {
    private static final long serialVersionUID = 1L;

    public LastAdministratorException() {
        super("last-administrator", "This is the last active administrator; make another one first.");
    }
}
