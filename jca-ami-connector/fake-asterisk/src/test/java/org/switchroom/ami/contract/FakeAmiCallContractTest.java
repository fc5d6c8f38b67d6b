package org.switchroom.ami.contract;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.switchroom.ami.AmiServer;

/** The contract of calls on the fake. */
class FakeAmiCallContractTest extends AmiCallContract {
    @RegisterExtension
    private final FakeServer fake = new FakeServer();

    @Override
    protected AmiServer commandServer() {
        return fake.server("cmd");
    }

    @Override
    protected AmiServer eventServer() {
        return fake.server("ev");
    }
}
