package org.switchroom.web.api;

import org.switchroom.common.SituationException;

/** The request can be read, but not done to what is there now. */
class ConflictException extends SituationException {
    ConflictException(String errorId, String message) {
        super(errorId, message);
    }
}
