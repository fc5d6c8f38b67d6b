package org.switchroom.ami.contract;

import org.switchroom.ami.AmiServer;

/** The contract on a real Asterisk that has our configuration and the lab's carrier; run by the profile {@code real-pbx}. */
class RealAmiSessionContractIT extends AmiSessionContract {

    @Override
    protected AmiServer commandServer() {
        return RealServer.server("");
    }

    @Override
    protected AmiServer eventServer() {
        return RealServer.server("events.");
    }
}
