package org.switchroom.endpoint.control;

import org.switchroom.common.SituationException;

/** A destination can't be dialled; the message is a sentence for people that says what is wrong and where. */
public class DialRefusedException extends SituationException {

    public DialRefusedException(String reason) {
        super("dial-refused", reason);
    }
}
