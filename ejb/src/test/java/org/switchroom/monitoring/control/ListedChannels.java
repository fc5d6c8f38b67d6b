package org.switchroom.monitoring.control;

import java.time.Instant;
import java.util.Arrays;
import org.switchroom.Events;
import org.switchroom.server.control.ChannelsListed;

/** Lists of channels as a server tells them, for tests. */
final class ListedChannels {
    private ListedChannels() {}

    /** The server was asked at this time and named these channels, all of them up. */
    static ChannelsListed of(String serverName, Instant at, String... uniqueids) {
        return new ChannelsListed(
                serverName,
                at,
                at,
                Arrays.stream(uniqueids)
                        .map(id -> Events.channel("CoreShowChannel", id, "PJSIP/a", "6", "Up"))
                        .toList());
    }
}
