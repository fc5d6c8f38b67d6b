package org.switchroom.queue.entity;

import java.util.Optional;

/** How far the call of an Originate has come. Only goes forward. */
public enum CallState {
    DIALING,
    RINGING,
    UP,
    HUNGUP;

    /**
     * State of a call whose channel is in this state.
     *
     * @param channelState number of Asterisk's channel state (Asterisk: ChannelState 4 Ring, 5 Ringing, 6 Up)
     */
    public static CallState ofChannelState(String channelState) {
        return switch (channelState) {
            case "5" -> RINGING;
            case "6" -> UP;
            default -> DIALING;
        };
    }

    public boolean isBefore(CallState other) {
        return ordinal() < other.ordinal();
    }

    /** The later of the two. */
    public static CallState later(CallState one, CallState other) {
        if (one == null || other == null) {
            return Optional.ofNullable(one).orElse(other);
        }
        return one.isBefore(other) ? other : one;
    }
}
