package org.switchroom.server.control;

/** A server's event stream was lost. Observed asynchronously. */
public record ServerLost(String serverName) {}
