package org.switchroom.server.control;

/**
 * This node owns a server from now on, or in a new epoch. Observed synchronously, before the server's stream is joined and before
 * anything is written to it: an observer makes good what the owner before left behind.
 *
 * @param takenOver whether somebody else, or an earlier life of this node, may have owned it before
 */
public record ServerAcquired(String serverName, long epoch, boolean takenOver) {}
