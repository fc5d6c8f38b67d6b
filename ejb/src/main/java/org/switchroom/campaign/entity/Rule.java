package org.switchroom.campaign.entity;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/** Why a value can't be taken. The sentence is what programs read; pages have it in their bundles under {@code rule.<name>}. */
public enum Rule {
    NEEDED("is needed"),
    TOO_LONG("has more than {0} characters"),
    CONTROL_CHARACTER("has a character that can not be shown"),
    NO_TRUTH("must be true or false"),
    NO_NUMBER("must be a number"),
    NO_WHOLE_NUMBER("must be a whole number"),
    TOO_EXACT("may have {0} digits after the point"),
    OUT_OF_RANGE("must be {0} to {1}"),
    OUT_OF_RANGE_OR_ZERO("must be 0 or {0} to {1}"),
    NO_CHOICE("must be one of {0}"),
    UNKNOWN_REFERENCE("names {0}, which is not there"),
    NO_CAMPAIGN_ID("must have 2 to 20 letters, digits or underscores"),
    NO_CODE("must have 1 to 20 capital letters, digits or underscores"),
    NO_HOT_KEY("must be a digit from 1 to 9"),
    NO_NAME("may have letters, digits, underscore, dot and hyphen only"),
    NO_NAMES("must be names of letters, digits, underscore, dot and hyphen, with commas between"),
    NO_DIGITS("may have digits, * and # only"),
    NO_PHONE("must be a number like +12125550100"),
    NO_PREFIXES("must be beginnings of numbers like +1900, with commas between"),
    NO_TIME("must be a time of day like 21:00"),
    NO_DATE("must be a day like 2026-12-24"),
    NO_URL("must begin with http:// or https:// and name a host"),
    UNKNOWN_FIELD("has the field {0}, which no lead has"),
    BROKEN_FIELD("has a field that is not closed: write it as two braces, name, two braces"),
    NO_CONDITION("line {0} is not field, operator and value, like: state in CA, NY"),
    NO_MIX("must be list numbers with percent like 101:60, 102:40"),
    MIX_SUM("adds up to {0} percent, not to 100"),
    NO_HOURS("must be spans of time like 09:00-12:00, 13:00-21:00, in order; empty is closed"),
    NO_HOLIDAY(
            "line {0} is not a day, its hours or the word closed, and its name, like: 2026-12-24 09:00-12:00 Christmas Eve"),
    NO_STATE_HOURS("line {0} is not a state, days and hours, like: US-FL mon-sat 08:00-20:00"),
    NO_DTMF("may have digits, A to D, * and #, and commas for pauses"),
    NO_CALLER_IDS(
            "line {0} is not a number, the word verified if it is, and a name, like: +12125550100 verified Head office"),
    TOO_MANY_LINES("has more than {0} lines"),
    LEVEL_NEEDED("must be at least 1.0 with this dial method"),
    LEVEL_ABOVE_HIGHEST("is above the highest level of {0}"),
    NEEDED_WITH("is needed because {0} is {1}"),
    NOT_BELOW("must not be below {0}"),
    BUILT_IN("can not be switched off: the software itself needs it");

    private final String sentence;

    Rule(String sentence) {
        this.sentence = sentence;
    }

    /** The sentence without its subject, filled. */
    public String sentence(List<?> values) {
        return new MessageFormat(sentence, Locale.ENGLISH).format(values.toArray());
    }
}
