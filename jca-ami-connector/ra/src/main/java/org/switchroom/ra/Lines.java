package org.switchroom.ra;

import org.switchroom.ami.AmiServer;

/** Opens lines. */
@FunctionalInterface
public interface Lines {

    /** What a line is for. */
    enum Purpose {
        /** Actions and responses; logs in with {@code Events: off}. */
        COMMANDS,
        /** Events. */
        EVENTS
    }

    /**
     * Connects and logs in; blocks for as long as the connect and login deadlines allow.
     *
     * @throws org.switchroom.ami.AmiConnectException with what is wrong by name
     */
    Line open(AmiServer server, Purpose purpose, LineListener listener);
}
