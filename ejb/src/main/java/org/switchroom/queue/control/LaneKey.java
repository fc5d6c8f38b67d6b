package org.switchroom.queue.control;

/**
 * Rows that are claimed together, because the same limits hold them back.
 *
 * @param originate Originates, which are rated, or all else
 * @param trunk endpoint whose own limit counts, as in {@code PJSIP/carrier}; empty where only the server's does
 */
record LaneKey(String serverName, boolean originate, String trunk) {
    static LaneKey of(String serverName, boolean originate) {
        return new LaneKey(serverName, originate, "");
    }
}
