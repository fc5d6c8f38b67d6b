package org.switchroom.ra.outbound;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionDefinition;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.ResourceAllocationException;
import jakarta.resource.spi.ValidatingManagedConnectionFactory;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.security.auth.Subject;
import org.switchroom.ami.AmiConnectException;
import org.switchroom.ami.AmiConnection;
import org.switchroom.ami.AmiConnectionFactory;
import org.switchroom.ra.AmiResourceAdapter;

/**
 * Opens and finds command connections for the container's pools. A connection only ever serves the very {@link
 * org.switchroom.ami.AmiServer} that it was opened for.
 */
@ConnectionDefinition(
        connectionFactory = AmiConnectionFactory.class,
        connectionFactoryImpl = PooledAmiConnectionFactory.class,
        connection = AmiConnection.class,
        connectionImpl = AmiConnectionHandle.class)
public class AmiManagedConnectionFactory
        implements ManagedConnectionFactory, ValidatingManagedConnectionFactory, ResourceAdapterAssociation {
    private static final long serialVersionUID = 1L;

    private transient AmiResourceAdapter resourceAdapter;
    private transient PrintWriter logWriter;

    CommandConnections connections() {
        return resourceAdapter.connections();
    }

    @Override
    public Object createConnectionFactory(ConnectionManager pools) {
        return new PooledAmiConnectionFactory(this, pools);
    }

    @Override
    public Object createConnectionFactory() throws ResourceException {
        throw new NotSupportedException("the AMI adapter works in a container only");
    }

    @Override
    public ManagedConnection createManagedConnection(Subject subject, ConnectionRequestInfo info)
            throws ResourceException {
        if (!(info instanceof AmiConnectionRequestInfo wanted)) {
            throw new ResourceAdapterInternalException("a connection needs a server");
        }
        try {
            return connections().open(wanted.server());
        } catch (AmiConnectException e) {
            throw new ResourceAllocationException(e.getMessage(), e);
        }
    }

    @Override
    @SuppressWarnings("rawtypes")
    public ManagedConnection matchManagedConnections(Set candidates, Subject subject, ConnectionRequestInfo info) {
        if (!(info instanceof AmiConnectionRequestInfo wanted)) {
            return null;
        }
        return ours(candidates).stream()
                .filter(connection ->
                        connection.isUsable() && connection.server().equals(wanted.server()))
                .findFirst()
                .orElse(null);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Set getInvalidConnections(Set connections) {
        return connections().invalid(ours(connections));
    }

    private static List<AmiManagedConnection> ours(Set<?> any) {
        return any.stream()
                .filter(AmiManagedConnection.class::isInstance)
                .map(AmiManagedConnection.class::cast)
                .toList();
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return resourceAdapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter adapter) throws ResourceException {
        if (!(adapter instanceof AmiResourceAdapter ours)) {
            throw new ResourceAdapterInternalException("not the AMI adapter");
        }
        resourceAdapter = ours;
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
    public boolean equals(Object other) {
        return other != null
                && other.getClass() == getClass()
                && Objects.equals(((AmiManagedConnectionFactory) other).resourceAdapter, resourceAdapter);
    }

    @Override
    public int hashCode() {
        return AmiManagedConnectionFactory.class.hashCode();
    }
}
