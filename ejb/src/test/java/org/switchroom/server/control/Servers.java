package org.switchroom.server.control;

import org.switchroom.ami.AmiServer;
import org.switchroom.server.entity.ServerState;

/** Servers for tests. */
public final class Servers {
    private Servers() {}

    /** A directory in which these servers are up. */
    public static ServerDirectory up(String... names) {
        ServerDirectory directory = new ServerDirectory();
        for (String name : names) {
            directory.put(facts(name, ServerState.UP));
        }
        return directory;
    }

    public static void changeState(ServerDirectory directory, String name, ServerState state) {
        directory.changeState(name, state);
    }

    private static ServerFacts facts(String name, ServerState state) {
        return new ServerFacts(name, state != ServerState.DISABLED, state, 20, 300, login(name, "a"), login(name, "e"));
    }

    private static AmiServer login(String name, String user) {
        return new AmiServer(name, "127.0.0.1", 5038, AmiServer.Transport.PLAIN, user, new AmiServer.Secret("test"));
    }
}
