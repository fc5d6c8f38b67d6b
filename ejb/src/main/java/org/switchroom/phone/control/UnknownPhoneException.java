package org.switchroom.phone.control;

import org.switchroom.common.SituationException;

/** There is no phone of this id, or it is somebody else's. */
public class UnknownPhoneException extends SituationException {
    private static final long serialVersionUID = 1L;

    public UnknownPhoneException(long id) {
        super("not-found", "There is no phone %d.".formatted(id));
    }
}
