package org.switchroom.ami;

/** Gives connections to servers. In the container it is the resource adapter's, bound at {@code java:/eis/AmiConnectionFactory}. */
public interface AmiConnectionFactory {

    /**
     * A connection to exactly this server, from this server's own pool.
     *
     * @throws AmiConnectException if a new connection can't be opened, with the cause by name
     * @throws AmiNotSentException if the pool has no free connection within its bounded wait
     */
    AmiConnection getConnection(AmiServer server);
}
