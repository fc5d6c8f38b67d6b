package org.switchroom.monitoring.control;

import java.util.Map;

/** {@code org.switchroom:type=Channels}: the mirror of live channels, by server name. */
public interface ChannelsMXBean {

    /** Live channels in the mirror. */
    Map<String, Integer> getChannels();

    /** Channels that had drifted and were repaired since start. */
    Map<String, Long> getDrift();

    /** From the question to the stored differences in the last poll, milliseconds. */
    Map<String, Long> getPollMillis();
}
