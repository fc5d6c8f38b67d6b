package org.switchroom.endpoint.entity;

import java.util.Arrays;
import java.util.Optional;

/** What an endpoint is for. */
public enum EndpointKind {
    /** Digits are dialled through it. */
    TRUNK,
    /** It is rung itself. */
    PHONE;

    /** The kind of this exact spelling. */
    public static Optional<EndpointKind> spelled(String spelling) {
        return Arrays.stream(values()).filter(k -> k.name().equals(spelling)).findFirst();
    }
}
