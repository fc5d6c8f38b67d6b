package org.switchroom.phone.control;

import org.switchroom.common.SituationException;

/** Another phone has the endpoint or the extension on that server; nothing was changed. */
public class PhoneTakenException extends SituationException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public PhoneTakenException(String field, String value, String serverName) {
        super(
                "phone-taken",
                "Another phone has the %s %s on %s.".formatted(field.replace('_', ' '), value, serverName));
        this.field = field;
    }

    /** {@code endpoint} or {@code extension}. */
    public String field() {
        return field;
    }
}
