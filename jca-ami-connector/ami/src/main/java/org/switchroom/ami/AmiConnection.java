package org.switchroom.ami;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A handle on a pooled, logged-in command connection. Sends are pipelined and matched by ActionID: many actions may be in
 * flight on one connection, and a handle is closed right after the write; the future is kept by the connection and completes
 * on its reader thread, so a completion must not block.
 */
public interface AmiConnection extends AutoCloseable {

    /** Name of the server behind this connection. */
    String serverName();

    /**
     * Writes one action and returns when it is written.
     *
     * @param action without ActionID; the connection adds the given one
     * @param actionId unique per server for as long as the action is in flight
     * @param timeout how long to wait for the response
     * @return completes with the response, a list action's with its events; exceptionally with {@link AmiLostException} or
     *     {@link AmiTimeoutException}, after both of which the outcome is unknown
     * @throws AmiNotSentException if no byte was written
     * @throws AmiLostException if the write broke after the first byte
     */
    CompletableFuture<AmiResponse> send(AmiAction action, String actionId, Duration timeout);

    /** As {@link #send(AmiAction, String, Duration)} with an ActionID of the connection's own. */
    CompletableFuture<AmiResponse> send(AmiAction action, Duration timeout);

    /** Gives the connection back to the pool; actions in flight go on. */
    @Override
    void close();
}
