package org.switchroom.ra;

import java.io.UncheckedIOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.fake.FakeAsterisk;
import org.switchroom.ami.fake.FakeUser;

/** Servers and fakes that tests talk to. */
public final class Servers {
    public static final String COMMAND_USER = "swr-a";
    public static final String EVENT_USER = "swr-events";
    public static final String SECRET = "correct horse";

    private static final int FIRST_PORT = 23_000;
    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(1000));

    private Servers() {}

    /** For tests without sockets. */
    public static AmiServer named(String name) {
        return at(name, 5038, COMMAND_USER, SECRET);
    }

    public static AmiServer at(String name, int port, String user, String secret) {
        return new AmiServer(name, "127.0.0.1", port, AmiServer.Transport.PLAIN, user, new AmiServer.Secret(secret));
    }

    /**
     * A fake with both users, on a free port below those that the system gives to outgoing connections: one of these could
     * otherwise take the port while a test has the fake restarted.
     */
    public static FakeAsterisk fake() {
        for (int tries = 0; tries < 1000; tries++) {
            int port = FIRST_PORT + NEXT_PORT.getAndIncrement() % 1000;
            try {
                return FakeAsterisk.start(
                        port, FakeUser.command(COMMAND_USER, SECRET), FakeUser.events(EVENT_USER, SECRET));
            } catch (UncheckedIOException taken) {
                continue;
            }
        }
        throw new IllegalStateException("no free port from " + FIRST_PORT);
    }

    public static AmiServer commands(String name, FakeAsterisk fake) {
        return at(name, fake.port(), COMMAND_USER, SECRET);
    }

    public static AmiServer events(String name, FakeAsterisk fake) {
        return at(name, fake.port(), EVENT_USER, SECRET);
    }
}
