package org.switchroom.ra.outbound;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiConnection;
import org.switchroom.ami.AmiNotSentException;
import org.switchroom.ami.AmiResponse;

/** What a caller holds between taking a connection from the pool and giving it back. */
final class AmiConnectionHandle implements AmiConnection {
    private final String serverName;
    private final AtomicReference<AmiManagedConnection> connection;

    AmiConnectionHandle(AmiManagedConnection connection) {
        this.serverName = connection.server().name();
        this.connection = new AtomicReference<>(connection);
    }

    @Override
    public String serverName() {
        return serverName;
    }

    @Override
    public CompletableFuture<AmiResponse> send(AmiAction action, String actionId, Duration timeout) {
        return current().send(action, actionId, timeout);
    }

    @Override
    public CompletableFuture<AmiResponse> send(AmiAction action, Duration timeout) {
        AmiManagedConnection current = current();
        return current.send(action, current.nextActionId(), timeout);
    }

    @Override
    public void close() {
        AmiManagedConnection last = connection.getAndSet(null);
        if (last != null) {
            last.handleClosed(this);
        }
    }

    /** Cuts the handle off without telling the container. */
    void invalidate() {
        connection.set(null);
    }

    /** Puts the handle on another connection to the same server. */
    void moveTo(AmiManagedConnection other) {
        AmiManagedConnection last = connection.getAndSet(other);
        if (last != null) {
            last.forget(this);
        }
    }

    private AmiManagedConnection current() {
        AmiManagedConnection current = connection.get();
        if (current == null) {
            throw new AmiNotSentException(serverName, "the connection was already given back", null);
        }
        return current;
    }
}
