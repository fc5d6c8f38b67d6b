package org.switchroom.web.api;

import org.switchroom.common.SituationException;

/** What the path names is not there. */
class NotThereException extends SituationException {
    NotThereException(String what) {
        super("not-found", "There is no " + what + ".");
    }
}
