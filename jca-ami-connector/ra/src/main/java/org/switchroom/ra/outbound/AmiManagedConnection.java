package org.switchroom.ra.outbound;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionMetaData;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.AmiServer;
import org.switchroom.ra.AdapterLogger;
import org.switchroom.ra.LineListener;

/**
 * One pooled command connection, as the container sees it. A handle is open only for the moment of a write; what is in flight
 * belongs to the {@link CommandLine} below, which outlives a handle and, for as long as an answer may still come, also
 * {@link #destroy()}.
 */
public final class AmiManagedConnection implements ManagedConnection, LineListener {
    private final AmiServer server;
    private final CommandConnections owner;
    private final CommandLine line;
    private final Set<AmiConnectionHandle> handles = ConcurrentHashMap.newKeySet();
    private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean errorTold = new AtomicBoolean();
    private volatile boolean broken;
    private volatile PrintWriter logWriter;

    AmiManagedConnection(AmiServer server, CommandConnections owner) {
        this.server = server;
        this.owner = owner;
        this.line = owner.newLine(server);
    }

    AmiServer server() {
        return server;
    }

    CommandLine line() {
        return line;
    }

    String nextActionId() {
        return owner.nextActionId();
    }

    /** Whether new actions may be sent. */
    boolean isUsable() {
        return !broken && line.isOpen();
    }

    CompletableFuture<AmiResponse> send(AmiAction action, String actionId, Duration timeout) {
        try {
            return line.send(action, actionId, timeout);
        } finally {
            if (!line.isOpen()) {
                broken("it can't be written to");
            }
        }
    }

    /** Takes the connection out of the pool because it no longer deserves trust; actions in flight may still be answered. */
    void broken(String reason) {
        if (!broken) {
            broken = true;
            AdapterLogger.LOG.commandConnectionLost(server.name(), reason);
        }
        tellOfError(reason);
    }

    private void tellOfError(String reason) {
        if (!listeners.isEmpty() && errorTold.compareAndSet(false, true)) {
            tell(ConnectionEvent.CONNECTION_ERROR_OCCURRED, Optional.empty(), new ResourceException(reason));
        }
    }

    /** As {@link #broken}, because nobody wants it any more. */
    void givenUp() {
        broken = true;
        tellOfError("the server has left");
    }

    @Override
    public void onLost(String reason) {
        line.abort(reason);
        broken(reason);
    }

    @Override
    public Object getConnection(Subject subject, ConnectionRequestInfo info) throws ResourceException {
        if (!(info instanceof AmiConnectionRequestInfo wanted)
                || !wanted.server().equals(server)) {
            throw new ResourceAdapterInternalException(
                    "a connection to " + server.name() + " was taken for another server");
        }
        AmiConnectionHandle handle = new AmiConnectionHandle(this);
        adopt(handle);
        return handle;
    }

    @Override
    public void associateConnection(Object connection) throws ResourceException {
        if (!(connection instanceof AmiConnectionHandle handle)
                || !handle.serverName().equals(server.name())) {
            throw new ResourceAdapterInternalException("not a handle of " + server.name());
        }
        handle.moveTo(this);
        adopt(handle);
    }

    private void adopt(AmiConnectionHandle handle) {
        handles.add(handle);
        line.meter().inUse(1);
    }

    /** The handle is on another connection now. */
    void forget(AmiConnectionHandle handle) {
        if (handles.remove(handle)) {
            line.meter().inUse(-1);
        }
    }

    void handleClosed(AmiConnectionHandle handle) {
        if (handles.contains(handle)) {
            forget(handle);
            tell(ConnectionEvent.CONNECTION_CLOSED, Optional.of(handle), null);
        }
    }

    @Override
    public void cleanup() {
        handles.forEach(handle -> {
            handle.invalidate();
            forget(handle);
        });
    }

    /** Sends nothing new; the socket closes when nothing is in flight any more, at the latest at the last action's deadline. */
    @Override
    public void destroy() {
        cleanup();
        listeners.clear();
        owner.destroyed(this);
        line.retire();
    }

    private void tell(int what, Optional<AmiConnectionHandle> handle, Exception cause) {
        ConnectionEvent event =
                cause == null ? new ConnectionEvent(this, what) : new ConnectionEvent(this, what, cause);
        handle.ifPresent(event::setConnectionHandle);
        for (ConnectionEventListener listener : listeners) {
            if (what == ConnectionEvent.CONNECTION_CLOSED) {
                listener.connectionClosed(event);
            } else {
                listener.connectionErrorOccurred(event);
            }
        }
    }

    @Override
    public void addConnectionEventListener(ConnectionEventListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeConnectionEventListener(ConnectionEventListener listener) {
        listeners.remove(listener);
    }

    @Override
    public XAResource getXAResource() throws ResourceException {
        throw new NotSupportedException("AMI has no transactions");
    }

    @Override
    public LocalTransaction getLocalTransaction() throws ResourceException {
        throw new NotSupportedException("AMI has no transactions");
    }

    @Override
    public ManagedConnectionMetaData getMetaData() {
        return new AmiConnectionMetaData(line.amiVersion(), server.user());
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        logWriter = out;
    }

    @Override
    public PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public String toString() {
        return "AmiManagedConnection[" + server.name() + ", " + server.user() + "]";
    }
}
