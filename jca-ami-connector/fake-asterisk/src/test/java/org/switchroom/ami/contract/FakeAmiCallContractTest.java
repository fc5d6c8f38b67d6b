package org.switchroom.ami.contract;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.fake.FakeAsterisk;
import org.switchroom.ami.fake.FakeUser;

/** The contract of calls on the fake. */
class FakeAmiCallContractTest extends AmiCallContract {
    private FakeAsterisk fake;

    @BeforeEach
    void start() {
        fake = FakeAsterisk.start(FakeUser.events("ev", "ev-secret"), FakeUser.command("cmd", "cmd-secret"));
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Override
    protected AmiServer commandServer() {
        return server("cmd");
    }

    @Override
    protected AmiServer eventServer() {
        return server("ev");
    }

    private AmiServer server(String user) {
        return new AmiServer(
                "fake",
                fake.host(),
                fake.port(),
                AmiServer.Transport.PLAIN,
                user,
                new AmiServer.Secret(user + "-secret"));
    }
}
