package org.switchroom.lead.entity;

/** Where a number may not be yet if a lead with it is to be loaded. */
public enum DuplicateRule {
    /** Everything is loaded, even twice. */
    NONE,
    LIST,
    /** In no list of the campaign; for a list without one, in the list. */
    CAMPAIGN,
    SYSTEM
}
