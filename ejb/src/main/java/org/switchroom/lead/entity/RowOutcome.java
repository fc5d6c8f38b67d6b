package org.switchroom.lead.entity;

/** What became of one row of a file, or would become of it. */
public enum RowOutcome {
    LOADED,
    /** Its number is in a list already, by the rule. */
    IN_LIST,
    /** Its number stood in an earlier row of the file. */
    TWICE,
    /** Nobody may call it. */
    DNC,
    PHONE_EMPTY,
    PHONE_LETTERS,
    PHONE_TOO_SHORT,
    PHONE_TOO_LONG,
    PHONE_NOT_POSSIBLE,
    /** Another of its values can't be stored. */
    INVALID;

    public boolean isBadPhone() {
        return name().startsWith("PHONE_");
    }
}
