package org.switchroom.endpoint.entity;

import org.switchroom.common.SituationException;

/** An endpoint or allowed context can't be as it was described; the message names field and reason. */
public class InvalidEndpointException extends SituationException {
    private final String field;

    public InvalidEndpointException(String field, String reason) {
        super("invalid-endpoint", field + ": " + reason);
        this.field = field;
    }

    /** Name of the column that is wrong. */
    public String field() {
        return field;
    }
}
