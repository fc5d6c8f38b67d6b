package org.switchroom.server.control;

/** This node no longer owns a server: what it knows of it in memory is worth nothing and nothing of it may be stored. Observed synchronously. */
public record ServerYielded(String serverName) {}
