package org.switchroom.queue.catalogue;

import org.switchroom.common.SituationException;

/**
 * A submission may not go to Asterisk. The message is a sentence for people that begins with the field, has at most
 * {@value #MAX_MESSAGE} characters and holds nothing of the submission that is not fit to be shown.
 */
public class ActionRefusedException extends SituationException {
    public static final int MAX_MESSAGE = 400;

    private final String field;
    private final RefusalRule rule;

    public ActionRefusedException(String field, RefusalRule rule, String message) {
        super("action-refused", sentence(field, message));
        this.field = field;
        this.rule = rule;
    }

    public ActionRefusedException(String field, RefusalRule rule, String message, Throwable cause) {
        super("action-refused", sentence(field, message), cause);
        this.field = field;
        this.rule = rule;
    }

    /** Name of the header, spelled as in the catalogue, or of the column. */
    public String field() {
        return field;
    }

    public RefusalRule rule() {
        return rule;
    }

    private static String sentence(String field, String message) {
        String whole = field + ": " + message;
        return (whole.length() < MAX_MESSAGE ? whole : whole.substring(0, MAX_MESSAGE - 4) + "...") + ".";
    }
}
