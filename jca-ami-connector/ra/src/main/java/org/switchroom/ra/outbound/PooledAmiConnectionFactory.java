package org.switchroom.ra.outbound;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import javax.naming.Reference;
import org.switchroom.ami.AmiConnectException;
import org.switchroom.ami.AmiConnection;
import org.switchroom.ami.AmiConnectionFactory;
import org.switchroom.ami.AmiNotSentException;
import org.switchroom.ami.AmiServer;
import org.switchroom.ra.ServerMeter;

/** Takes connections from the container's pool of the server. */
public final class PooledAmiConnectionFactory implements AmiConnectionFactory, Serializable, Referenceable {
    private static final long serialVersionUID = 1L;

    private final AmiManagedConnectionFactory managed;
    private final ConnectionManager pools;
    private Reference reference;

    PooledAmiConnectionFactory(AmiManagedConnectionFactory managed, ConnectionManager pools) {
        this.managed = managed;
        this.pools = pools;
    }

    @Override
    public AmiConnection getConnection(AmiServer server) {
        ServerMeter meter = managed.connections().meter(server.name());
        meter.waiting(1);
        try {
            return (AmiConnection) pools.allocateConnection(managed, new AmiConnectionRequestInfo(server));
        } catch (ResourceException e) {
            throw situation(e, server, meter);
        } finally {
            meter.waiting(-1);
        }
    }

    @Override
    public void release(AmiServer server, Duration atMost) {
        managed.connections().release(server, atMost);
    }

    private static RuntimeException situation(ResourceException e, AmiServer server, ServerMeter meter) {
        Optional<AmiConnectException> refused = cause(e);
        if (refused.isPresent()) {
            AmiConnectException was = refused.get();
            return new AmiConnectException(was.problem(), was.getMessage(), e, was.isRepeated());
        }
        String pool = "no free connection, %d in use, %d waiting (%s)"
                .formatted(meter.getPoolInUseCount(), meter.getPoolWaitingCount(), e.getMessage());
        return new AmiNotSentException(server.name(), pool, e);
    }

    private static Optional<AmiConnectException> cause(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof AmiConnectException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    @Override
    public void setReference(Reference reference) {
        this.reference = reference;
    }

    @Override
    public Reference getReference() {
        return reference;
    }
}
