package org.switchroom.web.api;

import org.switchroom.common.SituationException;

/** There are as many streams of changes as this node serves. */
class TooManyStreamsException extends SituationException {
    TooManyStreamsException() {
        super("too-many-streams", "There are too many streams of changes now.");
    }
}
