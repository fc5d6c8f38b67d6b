package org.switchroom.server.control;

import java.util.Optional;

/**
 * Tells other features which channels live on a server; the channel feature answers from its mirror in memory for a server that this
 * node owns, else from the table.
 */
public interface LiveChannelLookup {

    /** What is known of a channel; its state as Asterisk spells it: Down, Ringing, Up ... */
    record Found(String channel, String uniqueid, String state) {}

    /** The live channel of this name or uniqueid on this server. */
    Optional<Found> find(String serverName, String channelOrUniqueid);
}
