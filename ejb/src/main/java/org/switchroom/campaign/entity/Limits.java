package org.switchroom.campaign.entity;

import java.math.BigDecimal;

/**
 * How far a value may go. Those of a number and those of a text stand side by side; a setting uses its own.
 *
 * @param least smallest number, inclusive
 * @param most greatest number, inclusive
 * @param decimals digits after the point
 * @param orZero whether 0 is allowed besides: off, or without limit
 * @param longest characters of a text
 * @param lines lines of a text of several
 * @param required whether an empty text is refused
 */
public record Limits(
        BigDecimal least, BigDecimal most, int decimals, boolean orZero, int longest, int lines, boolean required) {

    static Limits ofNumber(String least, String most) {
        return new Limits(new BigDecimal(least), new BigDecimal(most), 0, false, 0, 0, true);
    }

    static Limits ofText(int longest) {
        return new Limits(BigDecimal.ZERO, BigDecimal.ZERO, 0, false, longest, 1, false);
    }

    Limits decimals(int digits) {
        return new Limits(least, most, digits, orZero, longest, lines, required);
    }

    Limits withZero() {
        return new Limits(least, most, decimals, true, longest, lines, required);
    }

    Limits lines(int count) {
        return new Limits(least, most, decimals, orZero, longest, count, required);
    }

    Limits needed() {
        return new Limits(least, most, decimals, orZero, longest, lines, true);
    }
}
