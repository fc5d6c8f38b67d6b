package org.switchroom.ami.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The few names of events that come over and over, so that each is made a String once. One slot a hash: a name that nobody
 * sends twice does no harm.
 */
final class EventNames {
    private static final int MAX_LENGTH = 48;

    private final String[] slots = new String[256];

    String get(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ hash >>> 8 ^ hash >>> 16) & 0xFF;
        String known = slots[slot];
        if (known != null && equal(known, bytes, from, to)) {
            return known;
        }
        String name = new String(bytes, from, to - from, UTF_8);
        if (name.length() <= MAX_LENGTH) {
            slots[slot] = name;
        }
        return name;
    }

    private static boolean equal(String known, byte[] bytes, int from, int to) {
        if (known.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (known.charAt(i - from) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
