package org.switchroom.guard.entity;

/** What digits without + are, as the trunks of this installation take them. */
public enum Reading {
    /** The country code comes first, with or without 00 before it. */
    INTERNATIONAL,
    /** As people dial at home: 0 or 00 before what is farther away. */
    NATIONAL
}
