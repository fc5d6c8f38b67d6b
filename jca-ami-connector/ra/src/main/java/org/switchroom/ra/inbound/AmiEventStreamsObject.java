package org.switchroom.ra.inbound;

import jakarta.resource.Referenceable;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.AdministeredObject;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import javax.naming.Reference;
import org.switchroom.ami.AmiEventStreams;
import org.switchroom.ami.AmiServer;
import org.switchroom.ami.AmiServerStatistics;
import org.switchroom.ra.AmiResourceAdapter;

/** The adapter's event streams, as the application finds them in JNDI. */
@AdministeredObject(adminObjectInterfaces = AmiEventStreams.class)
public class AmiEventStreamsObject implements AmiEventStreams, ResourceAdapterAssociation, Referenceable, Serializable {
    private static final long serialVersionUID = 1L;

    private transient AmiResourceAdapter resourceAdapter;
    private Reference reference;

    @Override
    public void join(AmiServer server) {
        resourceAdapter.streams().join(server);
    }

    @Override
    public void leave(String serverName) {
        resourceAdapter.streams().leave(serverName);
    }

    @Override
    public Set<String> joined() {
        return resourceAdapter.streams().joined();
    }

    @Override
    public Optional<AmiServerStatistics> statistics(String serverName) {
        return resourceAdapter.streams().statistics(serverName);
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
    public void setReference(Reference reference) {
        this.reference = reference;
    }

    @Override
    public Reference getReference() {
        return reference;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AmiEventStreamsObject streams && streams.resourceAdapter == resourceAdapter;
    }

    @Override
    public int hashCode() {
        return AmiEventStreamsObject.class.hashCode();
    }
}
