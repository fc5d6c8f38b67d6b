package org.switchroom.inbound.entity;

/** What the value of a setting is. */
public enum Shape {
    TEXT,
    /** One of some words. */
    CHOICE,
    /** A whole number. */
    NUMBER,
    YES_NO,
    /** Texts, one a line. */
    LINES,
    /** The id of another item. */
    REFERENCE,
    /** Where a call goes. */
    TARGET
}
