package org.switchroom.ra.outbound;

import jakarta.resource.ResourceException;
import java.time.Duration;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiConnection;
import org.switchroom.ami.AmiServer;
import org.switchroom.ra.AmiResourceAdapter;

/** What a container does when its pool is flushed. */
public final class Flushes {
    private Flushes() {}

    /** Opens a connection, uses it and destroys it, so many times; the last one stays open. */
    public static void open(AmiResourceAdapter adapter, AmiServer server, int times) throws ResourceException {
        AmiManagedConnectionFactory factory = new AmiManagedConnectionFactory();
        factory.setResourceAdapter(adapter);
        AmiConnectionRequestInfo key = new AmiConnectionRequestInfo(server);
        for (int i = 0; i <= times; i++) {
            AmiManagedConnection connection = (AmiManagedConnection) factory.createManagedConnection(null, key);
            try (AmiConnection handle = (AmiConnection) connection.getConnection(null, key)) {
                handle.send(AmiAction.of("Ping"), Duration.ofSeconds(5)).join();
            }
            if (i < times) {
                connection.cleanup();
                connection.destroy();
            }
        }
    }
}
