package org.switchroom.lead.entity;

/**
 * How many there are, counted up to a limit, because nobody needs more exactly and a table of millions would take seconds.
 *
 * @param more whether counting stopped there
 */
public record CappedCount(int count, boolean more) {
    public static final int MOST = 10_000;

    /** Of a number that was counted up to one above the limit. */
    public static CappedCount of(int counted) {
        return new CappedCount(Math.min(counted, MOST), counted > MOST);
    }
}
