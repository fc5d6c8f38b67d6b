package org.switchroom.audit.entity;

/** What somebody did. */
public enum AuditVerb {
    ADDED,
    CHANGED,
    REMOVED,
    /** Rows came in from a file. */
    LOADED,
    /** Rows went out into a file. */
    EXPORTED,
    SIGNED_IN,
    SIGNED_OUT,
    /** Somebody was kept from doing it. */
    REFUSED
}
