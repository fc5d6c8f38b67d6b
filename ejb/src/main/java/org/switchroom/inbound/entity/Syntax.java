package org.switchroom.inbound.entity;

import java.util.Locale;
import java.util.regex.Pattern;

/** How a text must be spelled. */
public enum Syntax {
    ANY(".*"),
    /** Key of an item, or of something of another feature. */
    KEY("[A-Za-z0-9_]{2,20}"),
    /** A number as carriers deliver it, without plus. */
    DID("[0-9]{2,20}"),
    BOX("[0-9]{2,10}"),
    /** An extension inside the house: too short for a number of the public network. */
    EXTENSION("[0-9]{2,6}"),
    ROOM("[0-9]{2,10}"),
    /** A number of the world: E.164 with plus. */
    NUMBER("\\+[1-9][0-9]{6,14}"),
    /** A caller: digits, perhaps only how they begin; or who hides the number. */
    CALLER("[0-9]{2,20}|[0-9]{1,19}\\*|ANONYMOUS"),
    /** A sound file of Asterisk without its ending. */
    SOUND("[A-Za-z0-9_-]{1,64}(/[A-Za-z0-9_-]{1,64}){0,3}"),
    /** An account, a server, a call time, a script. */
    NAME("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}"),
    MAIL("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"),
    LANGUAGE("[a-z]{2}(_[A-Z]{2})?");

    private static final Pattern WRITTEN_BETWEEN = Pattern.compile("[ ()./-]");

    private final Pattern pattern;

    Syntax(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    public boolean allows(String text) {
        return pattern.matcher(text).matches();
    }

    /** The one spelling of what people write in several: numbers lose blanks, brackets, hyphens and, but for NUMBER, the plus. */
    public String canonical(String text) {
        String bare = text.strip();
        return switch (this) {
            case DID, CALLER -> digits(bare).toUpperCase(Locale.ROOT);
            case NUMBER -> WRITTEN_BETWEEN.matcher(bare).replaceAll("");
            default -> bare;
        };
    }

    private static String digits(String written) {
        String together = WRITTEN_BETWEEN.matcher(written).replaceAll("");
        return together.startsWith("+") ? together.substring(1) : together;
    }
}
