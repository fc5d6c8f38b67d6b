package org.switchroom.server.control;

/**
 * All features have taken a batch, or it was left to another node that owns the server; it counts when its transaction commits.
 *
 * @param eventCount events in it, without the signals of the stream itself
 */
public record BatchTaken(String serverName, int eventCount) {}
