package org.switchroom.inbound.entity;

/** Why a value can't be taken, as a sentence with blanks. */
public enum Rule {
    NEEDED("is needed"),
    TOO_LONG("may have %s characters at most"),
    TOO_MANY_LINES("may have %s lines at most"),
    CONTROL_CHARACTER("has a control character"),
    NO_TRUTH("must be true or false"),
    NO_CHOICE("must be one of %s"),
    NO_NUMBER("must be a whole number from %s to %s"),
    KEY("must be 2 to 20 letters, digits or underscores, not %s"),
    DID("must be 2 to 20 digits, not %s"),
    BOX("must be 2 to 10 digits, not %s"),
    EXTENSION("must be an extension of 2 to 6 digits, not %s"),
    ROOM("must be 2 to 10 digits, not %s"),
    NUMBER("must be a number with + and country code, not %s"),
    CALLER("must be digits, the first digits and *, or ANONYMOUS, not %s"),
    SOUND("must be the name of a sound without its ending, not %s"),
    NAME("must be a name of letters, digits, dots and hyphens, not %s"),
    MAIL("must be a mail address, not %s"),
    LANGUAGE("must be a language like en or pt_BR, not %s"),
    NO_TARGET("must be one of %s, with its key behind a colon where it has one"),
    NOT_THERE("names the %s, which is not there"),
    ITSELF("leads back to this item itself"),
    LESS_THAN("must not be less than %s"),
    ONLY_WITH("needs %s too"),
    WAY_OUT("would let callers of a menu reach the outside number of %s; no menu may lead out of the house");

    private final String sentence;

    Rule(String sentence) {
        this.sentence = sentence;
    }

    String sentence(Object... values) {
        return sentence.formatted(values);
    }

    static Rule of(Syntax syntax) {
        return valueOf(syntax.name());
    }
}
