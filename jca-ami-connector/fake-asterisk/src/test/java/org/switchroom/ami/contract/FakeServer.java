package org.switchroom.ami.contract;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.fake.FakeAsterisk;
import org.switchroom.ami.fake.FakeUser;

/** A fake of its own for each test, with the users that a contract needs. */
final class FakeServer implements BeforeEachCallback, AfterEachCallback {
    private FakeAsterisk fake;

    @Override
    public void beforeEach(ExtensionContext context) {
        fake = FakeAsterisk.start(FakeUser.events("ev", "ev-secret"), FakeUser.command("cmd", "cmd-secret"));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        fake.close();
    }

    AmiServer server(String user) {
        return new AmiServer(
                "fake",
                fake.host(),
                fake.port(),
                AmiServer.Transport.PLAIN,
                user,
                new AmiServer.Secret(user + "-secret"));
    }
}
