package org.switchroom.web.push;

/** What a page may be told about. The name travels as the whole message. */
public enum Topic {
    QUEUE,
    CHANNELS,
    SERVERS,
    /** The self-audit looked, or the database went away or came back. */
    AUDIT,
    /** Campaigns, or what they work with. */
    CAMPAIGNS,
    /** Lists, leads, numbers that nobody may call, or callbacks. */
    LEADS,
    /** A load of a file is farther, or over. */
    LOADS,
    /** A socket was opened again: whoever was cut off reads anew. */
    HELLO
}
