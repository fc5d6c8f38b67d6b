package org.switchroom.ami;

import java.time.Duration;

/** Gives connections to servers. In the container it is the resource adapter's, bound at {@code java:/eis/AmiConnectionFactory}. */
public interface AmiConnectionFactory {

    /**
     * A connection to exactly this server, from this server's own pool.
     *
     * @throws AmiConnectException if a new connection can't be opened, with the cause by name
     * @throws AmiNotSentException if the pool has no free connection within its bounded wait
     */
    AmiConnection getConnection(AmiServer server);

    /**
     * Gives up the connections of exactly this login: they send nothing new, and each is closed as soon as nothing is in flight on
     * it. Connections to the same server as another user are not touched. A later {@link #getConnection} logs in anew.
     *
     * @param atMost after this the connections are closed all the same, and what is in flight fails as lost
     */
    default void release(AmiServer server, Duration atMost) {}
}
