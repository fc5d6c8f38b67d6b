package org.switchroom.endpoint.boundary;

import org.switchroom.common.SituationException;

/** The endpoint or allowed context is not, or no longer, there. */
public class UnknownEndpointException extends SituationException {

    public UnknownEndpointException(String what, long id) {
        super("unknown-endpoint", "there is no %s with id %d".formatted(what, id));
    }
}
