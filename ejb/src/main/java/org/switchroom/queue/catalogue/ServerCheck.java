package org.switchroom.queue.catalogue;

import java.util.Optional;

/** Knows the servers. */
@FunctionalInterface
public interface ServerCheck {

    /** The server of exactly this name. */
    Optional<ServerFact> find(String serverName);
}
