package org.switchroom.guard.entity;

/**
 * Where a number leads.
 *
 * @param number in E.164, or the digits as they are if they are no number of the world
 * @param country two letters; {@code +881} for a network without a country; {@code ZZ} where nobody can say
 * @param kind for example {@code MOBILE}; {@link #EMERGENCY}, {@link #SHORT_CODE}, {@link #UNREADABLE}
 * @param costly whether it is shut until somebody opens it
 */
public record Destination(String number, String country, String kind, boolean costly) {
    public static final String EMERGENCY = "EMERGENCY";
    public static final String SHORT_CODE = "SHORT_CODE";
    public static final String UNREADABLE = "UNREADABLE";
    public static final String NOBODY_KNOWS = "ZZ";

    /** Digits that nobody can call a number: nothing allows them. */
    public static Destination unreadable(String digits) {
        return new Destination(digits, NOBODY_KNOWS, UNREADABLE, false);
    }

    /** Never kept from a person. */
    public boolean isEmergency() {
        return kind.equals(EMERGENCY);
    }

    public boolean isReadable() {
        return !kind.equals(UNREADABLE);
    }

    /** As a group's list spells it: {@code DE:MOBILE}. */
    public String spelled() {
        return country + ":" + kind;
    }
}
