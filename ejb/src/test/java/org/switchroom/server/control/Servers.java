package org.switchroom.server.control;

import java.util.concurrent.TimeUnit;
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

    /** This node owns these servers in epoch 1 for as long as a test lasts. */
    public static ServerOwnership owned(String... names) {
        ServerOwnership ownership = new ServerOwnership();
        for (String name : names) {
            ownership.hold(name, new Lease(1, System.nanoTime() + TimeUnit.HOURS.toNanos(1)));
        }
        return ownership;
    }

    public static void remove(ServerDirectory directory, String name) {
        directory.remove(name);
    }

    private static ServerFacts facts(String name, ServerState state) {
        return new ServerFacts(
                name,
                state != ServerState.DISABLED,
                state,
                20,
                300,
                login(name, "a"),
                login(name, "b"),
                1,
                login(name, "e"));
    }

    private static AmiServer login(String name, String user) {
        return new AmiServer(name, "127.0.0.1", 5038, AmiServer.Transport.PLAIN, user, new AmiServer.Secret("test"));
    }
}
