package org.switchroom.server.control;

/** A server's event stream is logged in and the server has booted. Observed asynchronously. */
public record ServerCameUp(String serverName) {}
