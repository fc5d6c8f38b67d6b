package org.switchroom.setup.entity;

/** From an empty installation to a call centre, in the order in which it is easiest. */
public enum FirstStep {
    /** A server is connected. */
    SERVER(false),
    /** A trunk or phone may be dialled, and calls may be sent somewhere. */
    DIALABLE(false),
    /** A call was answered. */
    TEST_CALL(false),
    /** There is a group, which says what its people see. */
    GROUP(false),
    /** An agent is in a group. */
    PEOPLE(false),
    /** A campaign is active. */
    CAMPAIGN(false),
    /** An active campaign has an active list. */
    LIST(false),
    /** Such a list has leads. */
    LEADS(false),
    /** Rows are held to where their groups may call. */
    GUARD(true),
    /** There are numbers that nobody may call. */
    DO_NOT_CALL(true),
    /** A number that customers dial leads somewhere. */
    INBOUND(true);

    private final boolean optional;

    FirstStep(boolean optional) {
        this.optional = optional;
    }

    /** Whether a call centre can do without. */
    public boolean isOptional() {
        return optional;
    }
}
