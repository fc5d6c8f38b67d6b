package org.switchroom.server.control;

import org.switchroom.ami.AmiServer;
import org.switchroom.server.entity.ServerState;

/**
 * What the other features need to know of a server, without touching the database.
 *
 * @param command where and how to send actions
 * @param events where and how to listen
 */
public record ServerFacts(
        String name,
        boolean enabled,
        ServerState state,
        int maxOriginatesPerSecond,
        int maxChannels,
        AmiServer command,
        AmiServer events) {

    public boolean isUp() {
        return state == ServerState.UP;
    }

    ServerFacts withState(ServerState newState) {
        return new ServerFacts(name, enabled, newState, maxOriginatesPerSecond, maxChannels, command, events);
    }
}
