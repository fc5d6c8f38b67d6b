package org.switchroom.web.api.body;

import org.switchroom.common.SituationException;

/** A request can't be read: its body, a parameter or a header is not as the API describes it. */
public class BodyRefusedException extends SituationException {
    private final String field;

    /** @param field name of the field, parameter or header, or {@code body} for the whole */
    public BodyRefusedException(String field, String message) {
        super("bad-request", message);
        this.field = field;
    }

    public BodyRefusedException(String field, String message, Throwable cause) {
        super("bad-request", message, cause);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
