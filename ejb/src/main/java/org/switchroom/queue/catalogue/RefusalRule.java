package org.switchroom.queue.catalogue;

import java.util.Locale;

/** The rule by which a submission is refused; its id is stable and goes out with the API's errors. */
public enum RefusalRule {
    UNKNOWN_SERVER,
    ACTION_NOT_ALLOWED,
    CLASS_NOT_GRANTED,
    PRIORITY_RANGE,
    NEVER_DUE,
    NOT_JSON_OBJECT,
    HEADERS_TOO_LARGE,
    TOO_MANY_HEADERS,
    LINE_TOO_LONG,
    HEADER_NAME,
    HEADER_RESERVED,
    HEADER_UNKNOWN,
    HEADER_DUPLICATE,
    HEADER_MISSING,
    VALUE_TYPE,
    CHARACTER_NOT_ALLOWED,
    VALUE_NOT_ALLOWED,
    DESTINATION_NOT_ALLOWED,
    CAP_REACHED,
    CONTEXT_NOT_ALLOWED,
    EXTENSION_NOT_ALLOWED,
    VARIABLE_NOT_ALLOWED,
    NO_SUCH_CHANNEL,
    CHANNEL_NOT_UP;

    /** For example {@code context-not-allowed}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
