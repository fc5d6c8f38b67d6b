package org.switchroom.guard.control;

import java.time.Duration;
import java.time.Instant;

/** The sum of what was added within the last while, in steps. Not safe for use by several threads. */
final class SlidingSum {
    private final long stepMillis;
    private final long[] sums;
    private long newest = Long.MIN_VALUE;
    private long total;

    /** @param steps into which the while is divided; what is added stays for the while and at most one step more */
    SlidingSum(Duration length, int steps) {
        stepMillis = length.toMillis() / steps;
        sums = new long[steps + 1];
    }

    void add(long amount, Instant at) {
        long step = step(at);
        slide(step);
        if (step > newest - sums.length) {
            sums[place(step)] += amount;
            total += amount;
        }
    }

    long sum(Instant now) {
        slide(step(now));
        return total;
    }

    private void slide(long step) {
        if (newest == Long.MIN_VALUE || step - newest >= sums.length) {
            java.util.Arrays.fill(sums, 0);
            total = 0;
            newest = step;
        }
        while (newest < step) {
            newest++;
            total -= sums[place(newest)];
            sums[place(newest)] = 0;
        }
    }

    private long step(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), stepMillis);
    }

    private int place(long step) {
        return (int) Math.floorMod(step, (long) sums.length);
    }
}
