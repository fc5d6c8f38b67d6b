package org.switchroom.user.control;

import org.switchroom.common.Quoted;
import org.switchroom.common.SituationException;

/** There is an account or group of this name already. */
public class NameTakenException extends SituationException {
    private static final long serialVersionUID = 1L;

    public NameTakenException(String what, String name) {
        super("name-taken", "There is %s %s already.".formatted(what, Quoted.text(name)));
    }
}
