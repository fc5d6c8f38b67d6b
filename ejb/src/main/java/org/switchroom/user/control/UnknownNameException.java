package org.switchroom.user.control;

import org.switchroom.common.Quoted;
import org.switchroom.common.SituationException;

/** There is no account, group, token or session of this name. */
public class UnknownNameException extends SituationException {
    private static final long serialVersionUID = 1L;

    public UnknownNameException(String what, String name) {
        super("not-found", "There is no %s %s.".formatted(what, Quoted.text(name)));
    }
}
