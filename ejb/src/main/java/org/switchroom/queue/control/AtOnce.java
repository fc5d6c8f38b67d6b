package org.switchroom.queue.control;

import java.util.OptionalLong;

/** Decides what is claimed at once. Asked within the transaction, so it must not touch the database. */
interface AtOnce {
    /** How many rows of a lane could go now; 0 if none. */
    default int room(LaneKey lane) {
        return 0;
    }

    /** The epoch in which this node owns the server; empty if it does not. */
    default OptionalLong epoch(String serverName) {
        return OptionalLong.empty();
    }
}
