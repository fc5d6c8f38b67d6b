package org.switchroom.lead.load;

import java.util.Arrays;

/** Numbers of E.164 that were seen, 8 to 16 bytes each, so that a file of millions fits. Not safe for use by several threads. */
final class NumberSet {
    private long[] slots = new long[1 << 10];
    private int size;

    /** Whether it was not there yet. */
    boolean add(String digits) {
        if (size * 2 >= slots.length) {
            grow();
        }
        boolean added = put(Long.parseLong(digits));
        size += added ? 1 : 0;
        return added;
    }

    private boolean put(long number) {
        int slot = (int) (number * 0x9E3779B97F4A7C15L >>> 32) & slots.length - 1;
        while (slots[slot] != 0) {
            if (slots[slot] == number) {
                return false;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = number;
        return true;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[before.length * 2];
        Arrays.stream(before).filter(number -> number != 0).forEach(this::put);
    }
}
