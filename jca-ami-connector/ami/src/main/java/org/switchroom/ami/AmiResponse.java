package org.switchroom.ami;

import java.util.List;

/** The answer to one action; for a list action together with the list's events. */
public interface AmiResponse extends AmiMessage {

    /** Value of the header {@code Response}: {@code Success}, {@code Error}, {@code Goodbye} ... */
    default String response() {
        return text("Response");
    }

    /** Whether Asterisk did not refuse the action: any answer but {@code Error}. */
    default boolean succeeded() {
        return !"Error".equalsIgnoreCase(response());
    }

    /** Value of the header {@code Message}, or an empty string. */
    default String message() {
        return text("Message");
    }

    /** Lines of {@code Output:} of a command, in order; empty for all other actions. */
    List<String> output();

    /** Events of a list action between its start and its Complete, the latter left out; empty for all other actions. */
    List<AmiEvent> listEvents();
}
