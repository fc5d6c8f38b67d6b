package org.switchroom.server.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Produces;
import org.switchroom.ami.AmiConnectionFactory;
import org.switchroom.ami.AmiEventStreams;

/**
 * The adapter's objects for injection. An enterprise bean, because the container starts one only when the names it asks for are
 * bound: whoever starts after it finds the adapter there.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AmiResources {
    @Resource(lookup = "java:/eis/AmiConnectionFactory")
    private AmiConnectionFactory connections;

    @Resource(lookup = "java:/eis/AmiEventStreams")
    private AmiEventStreams streams;

    @Produces
    public AmiConnectionFactory connections() {
        return connections;
    }

    @Produces
    public AmiEventStreams streams() {
        return streams;
    }
}
