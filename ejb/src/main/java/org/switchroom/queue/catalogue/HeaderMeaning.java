package org.switchroom.queue.catalogue;

/** What the value of a header stands for, and so which check it needs beyond its pattern. */
public enum HeaderMeaning {
    /** Nothing beyond its pattern. */
    PLAIN,
    /** Is dialled: read by the grammar of dial strings and spelled anew. */
    DESTINATION,
    /** A phone that is rung: read by the same grammar. */
    PHONE,
    /** A live channel by name or uniqueid. */
    CHANNEL,
    /** A live channel that is answered: moving one that rings would run the dialplan on it. */
    CHANNEL_UP,
    /** A live channel that Asterisk knows here by its name only. */
    CHANNEL_NAME,
    /** A context to which calls may be sent. */
    CONTEXT,
    /** An extension of the context of the same action. */
    EXTENSION,
    /** A variable and its value. */
    ASSIGNMENT,
    /** The name of a variable. */
    VARIABLE_NAME,
    /** The value of a variable. */
    VARIABLE_VALUE,
    /** Name and number of the caller. */
    CALLER_ID;

    /** Whether the header names a channel that must be alive. */
    public boolean isChannel() {
        return this == CHANNEL || this == CHANNEL_UP || this == CHANNEL_NAME;
    }
}
