package org.switchroom.web.api;

import org.switchroom.common.SituationException;

/** A change that does not say which version it rests on. */
class VersionMissingException extends SituationException {
    VersionMissingException() {
        super("version-missing", "Send the header If-Match with the ETag of the answer that you read.");
    }
}
