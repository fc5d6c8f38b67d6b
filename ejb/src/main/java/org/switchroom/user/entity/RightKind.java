package org.switchroom.user.entity;

import java.util.regex.Pattern;

/** What a group may be given the right to: all of a kind, or those that are listed. */
public enum RightKind {
    /** Campaigns whose data is seen: their ids. */
    CAMPAIGN("[A-Za-z0-9_]{2,20}"),
    /** Groups of waiting calls: their ids. */
    IN_GROUP("[A-Za-z0-9_]{1,20}"),
    /** Where may be called: a country ({@code DE}), a kind of number there ({@code DE:MOBILE}), or how a number begins ({@code +4989}). */
    DESTINATION("[A-Z]{2}(?::[A-Z][A-Z_]{2,23})?|\\+[1-9][0-9]{0,14}"),
    /** Reports that may be opened: their words. */
    REPORT("[a-z][a-z0-9-]{0,31}"),
    /** Groups whose people are seen besides one's own: their names. */
    GROUP(UserGroup.NAME);

    /** Stands for all of a kind. */
    public static final String ALL = "*";

    private final Pattern spelling;

    RightKind(String spelling) {
        this.spelling = Pattern.compile(spelling);
    }

    /** Whether a right of this kind may be spelled so. */
    public boolean spells(String value) {
        return ALL.equals(value) || spelling.matcher(value).matches();
    }
}
