package org.switchroom.ra.inbound;

import java.util.OptionalLong;

/**
 * How a server's clock differs from ours, by the time stamps of its answers to Ping, and so how long its events were under way
 * (Asterisk: header Timestamp, with {@code timestampevents=yes}). Not thread-safe.
 */
final class ServerClock {
    private static final int MOST_ROUND_TRIP_MILLIS = 200;

    private boolean known;
    private long aheadMillis;

    /**
     * Takes a Ping's answer; a slow one tells too little and is not taken.
     *
     * @param sentAt and {@code answeredAt}: this machine's wall clock, milliseconds
     */
    void take(String timestamp, long sentAt, long answeredAt) {
        OptionalLong stamp = millis(timestamp);
        long roundTrip = answeredAt - sentAt;
        if (stamp.isPresent() && roundTrip >= 0 && roundTrip <= MOST_ROUND_TRIP_MILLIS) {
            aheadMillis = stamp.getAsLong() - sentAt - roundTrip / 2;
            known = true;
        }
    }

    /** This machine's clock was set: nothing is known until the next answer. */
    void forget() {
        known = false;
    }

    /** From the server's stamp to the arrival, never negative; empty if the clocks were not compared or there is no stamp. */
    OptionalLong delayMillis(String timestamp, long arrivedAt) {
        OptionalLong stamp = known ? millis(timestamp) : OptionalLong.empty();
        return stamp.isPresent()
                ? OptionalLong.of(Math.max(0, arrivedAt - (stamp.getAsLong() - aheadMillis)))
                : OptionalLong.empty();
    }

    /** {@code 1700000000.123456}: seconds since 1970. */
    private static OptionalLong millis(String timestamp) {
        if (timestamp.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Math.round(Double.parseDouble(timestamp) * 1000));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
