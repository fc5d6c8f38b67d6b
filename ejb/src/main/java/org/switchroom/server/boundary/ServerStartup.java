package org.switchroom.server.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import org.switchroom.common.control.DatabaseClock;
import org.switchroom.server.control.ServerMembership;

/** Lets all enabled servers take part when the application starts. */
@Singleton
@Startup
@DependsOn({"SchemaMigration", "AmiResources"})
public class ServerStartup {
    @Inject
    private ServerRegistry registry;

    @Inject
    private ServerMembership membership;

    @Inject
    private DatabaseClock clock;

    @PostConstruct
    void joinAll() {
        clock.read();
        registry.list().forEach(membership::apply);
    }
}
