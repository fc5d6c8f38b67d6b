package org.switchroom.web.api;

import org.switchroom.common.SituationException;
import org.switchroom.common.StaleVersionException;

/** The change rests on a version that is gone; carries the thing as it is now. */
class ChangedMeanwhileException extends SituationException {
    private final String present;

    /** @param present JSON text of the thing as it is now */
    ChangedMeanwhileException(StaleVersionException stale, String present) {
        super(stale.errorId(), stale.getMessage(), stale);
        this.present = present;
    }

    String present() {
        return present;
    }
}
