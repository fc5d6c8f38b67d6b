package org.switchroom.queue.catalogue;

import java.util.Optional;

/** Knows which channels are alive. */
@FunctionalInterface
public interface LiveChannelCheck {

    /** The live channel of this name or uniqueid on a server. */
    Optional<ChannelFact> find(String serverName, String channelOrUniqueid);
}
