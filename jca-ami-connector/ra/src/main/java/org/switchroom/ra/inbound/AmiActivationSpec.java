package org.switchroom.ra.inbound;

import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ResourceAdapter;
import java.io.Serializable;
import org.switchroom.ami.AmiEventListener;

/**
 * Activates the message-driven bean that takes all servers' batches. It has no property: which servers are heard is said at
 * run time through {@link org.switchroom.ami.AmiEventStreams}.
 */
@Activation(messageListeners = AmiEventListener.class)
public class AmiActivationSpec implements ActivationSpec, Serializable {
    private static final long serialVersionUID = 1L;

    private transient ResourceAdapter resourceAdapter;

    @Override
    public void validate() {
        // nothing to check
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return resourceAdapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter resourceAdapter) {
        this.resourceAdapter = resourceAdapter;
    }
}
