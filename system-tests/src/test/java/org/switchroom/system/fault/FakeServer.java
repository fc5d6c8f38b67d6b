package org.switchroom.system.fault;

import java.util.Map;
import org.switchroom.ami.fake.FakeAsterisk;
import org.switchroom.ami.fake.FakeUser;
import org.switchroom.system.Administrator;

/** A fake Asterisk in this process, known to Switchroom by this name for as long as it is open. */
final class FakeServer implements AutoCloseable {
    private static final String SECRET = "fake-secret-4711";

    private final String name;
    private final FakeAsterisk fake = FakeAsterisk.start(
            FakeUser.events("events", SECRET),
            FakeUser.command("command-a", SECRET).withSingleLogin(),
            FakeUser.command("command-b", SECRET).withSingleLogin());

    private FakeServer(String name) {
        this.name = name;
    }

    /** Waits until Switchroom says that it is up. */
    static FakeServer up(String name) {
        FakeServer server = known(name);
        Administrator.untilState(name, "UP");
        Administrator.allowCarrier(name);
        return server;
    }

    /** Whatever comes of it. */
    static FakeServer known(String name) {
        return new FakeServer(name).save();
    }

    private FakeServer save() {
        Map<String, String> users = Map.of("EVENTS", "events", "COMMAND_A", "command-a", "COMMAND_B", "command-b");
        Administrator.save(name, Administrator.settings(fake.port(), SECRET, users));
        return this;
    }

    FakeAsterisk asterisk() {
        return fake;
    }

    @Override
    public void close() {
        Administrator.remove(name);
        fake.close();
    }
}
