package org.switchroom.queue.catalogue;

/**
 * What is known of a live channel.
 *
 * @param channel its name, for example {@code PJSIP/carrier-00000001}
 * @param state as Asterisk spells it: {@code Down}, {@code Ringing}, {@code Up} ...
 */
public record ChannelFact(String channel, String uniqueid, String state) {

    /** Whether it is answered. */
    public boolean isUp() {
        return "Up".equalsIgnoreCase(state);
    }
}
