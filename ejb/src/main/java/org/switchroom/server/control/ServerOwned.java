package org.switchroom.server.control;

/** This node owns the server and may write to it; what the owner before left has been made good. Observed synchronously. */
public record ServerOwned(String serverName) {}
