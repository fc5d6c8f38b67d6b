package org.switchroom.queue.catalogue;

/**
 * A header that an action takes.
 *
 * @param name as it is spelled on the wire
 * @param repeatable whether it may stand several times (an array in JSON)
 */
public record HeaderSpec(
        String name, boolean mandatory, boolean repeatable, HeaderMeaning meaning, ValuePattern pattern) {

    static HeaderSpec required(String name, HeaderMeaning meaning) {
        return new HeaderSpec(name, true, false, meaning, patternOf(meaning));
    }

    static HeaderSpec optional(String name, HeaderMeaning meaning) {
        return new HeaderSpec(name, false, false, meaning, patternOf(meaning));
    }

    static HeaderSpec required(String name, ValuePattern pattern) {
        return new HeaderSpec(name, true, false, HeaderMeaning.PLAIN, pattern);
    }

    static HeaderSpec optional(String name, ValuePattern pattern) {
        return new HeaderSpec(name, false, false, HeaderMeaning.PLAIN, pattern);
    }

    static HeaderSpec repeatable(String name, HeaderMeaning meaning) {
        return new HeaderSpec(name, false, true, meaning, patternOf(meaning));
    }

    private static ValuePattern patternOf(HeaderMeaning meaning) {
        return meaning.isChannel() ? ValuePattern.LIVE_CHANNEL : ValuePattern.BY_MEANING;
    }
}
