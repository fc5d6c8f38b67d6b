package org.switchroom.lead.entity;

import org.switchroom.common.Quoted;
import org.switchroom.common.SituationException;

/** A lead, list, callback or load can't be as it was described; the message names field and reason. */
public class InvalidLeadException extends SituationException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    public InvalidLeadException(String field, String reason) {
        super("invalid-lead", field + ": " + reason);
        this.field = field;
        this.reason = reason;
    }

    /** @throws InvalidLeadException if the text holds what no database or file should: NUL, or half a character */
    public static void refuseUnstorable(String field, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw new InvalidLeadException(field, "contains the character " + Quoted.character(0));
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new InvalidLeadException(field, "contains half a character, " + Quoted.character(c));
                }
                i++;
            }
        }
    }

    /** Name of the field that is wrong. */
    public String field() {
        return field;
    }

    /** What is wrong, without the field. */
    public String reason() {
        return reason;
    }
}
