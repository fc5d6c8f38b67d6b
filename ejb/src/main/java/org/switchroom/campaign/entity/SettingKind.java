package org.switchroom.campaign.entity;

/** What a setting's value is, and so how it is entered. */
public enum SettingKind {
    /** {@code true} or {@code false}. */
    YES_NO,
    /** One of fixed words. */
    CHOICE,
    /** Any of fixed words, with commas between. */
    SET,
    NUMBER,
    /** One line. */
    TEXT,
    /** Several lines. */
    LINES,
    /** The key of something else that is stored, or empty. */
    REFERENCE,
    /** Keys of several, with commas between. */
    REFERENCES;

    public boolean isSeveral() {
        return this == SET || this == REFERENCES;
    }
}
