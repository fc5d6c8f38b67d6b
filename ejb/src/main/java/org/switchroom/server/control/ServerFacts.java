package org.switchroom.server.control;

import org.switchroom.ami.AmiServer;
import org.switchroom.server.entity.ServerState;

/**
 * What the other features need to know of a server, without touching the database.
 *
 * @param commandA where and how to send actions in odd epochs
 * @param commandB the same in even epochs; equals the other where only one command user is set up
 * @param epoch in which this node owns it, or owned it last; 0 if never
 * @param events where and how to listen
 */
public record ServerFacts(
        String name,
        boolean enabled,
        ServerState state,
        int maxOriginatesPerSecond,
        int maxChannels,
        AmiServer commandA,
        AmiServer commandB,
        long epoch,
        AmiServer events) {

    /** The command user of this epoch: two owners that follow each other never share a login. */
    public AmiServer command() {
        return epoch % 2 == 0 ? commandB : commandA;
    }

    public boolean isUp() {
        return state == ServerState.UP;
    }

    ServerFacts withState(ServerState newState) {
        return new ServerFacts(
                name, enabled, newState, maxOriginatesPerSecond, maxChannels, commandA, commandB, epoch, events);
    }

    ServerFacts withEpoch(long newEpoch) {
        return new ServerFacts(
                name, enabled, state, maxOriginatesPerSecond, maxChannels, commandA, commandB, newEpoch, events);
    }
}
