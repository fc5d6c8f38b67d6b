package org.switchroom.server.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.switchroom.ami.AmiConnectionFactory;
import org.switchroom.ami.AmiEventStreams;

/** The adapter's objects for injection. */
@ApplicationScoped
public class AmiResources {
    @Resource(lookup = "java:/eis/AmiConnectionFactory")
    private AmiConnectionFactory connections;

    @Resource(lookup = "java:/eis/AmiEventStreams")
    private AmiEventStreams streams;

    @Produces
    AmiConnectionFactory connections() {
        return connections;
    }

    @Produces
    AmiEventStreams streams() {
        return streams;
    }
}
