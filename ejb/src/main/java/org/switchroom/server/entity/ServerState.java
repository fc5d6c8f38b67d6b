package org.switchroom.server.entity;

/** How a server's event stream is. Actions are sent only to a server that is UP. */
public enum ServerState {
    /** Enabled, no stream yet. */
    CONNECTING,
    /** Logged in and fully booted. */
    UP,
    /** Silent although it was asked: paused or out of reach. No new action is sent; what waits keeps its deadline. */
    SUSPECT,
    /** Refused, lost or not logged in; the reason says why. */
    DOWN,
    /** Switched off by an administrator. */
    DISABLED
}
