package org.switchroom.server.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.switchroom.ami.AmiAction;
import org.switchroom.ami.AmiConnection;
import org.switchroom.ami.AmiConnectionFactory;
import org.switchroom.ami.AmiException;
import org.switchroom.ami.AmiResponse;
import org.switchroom.common.control.Database;

/** Asks a server that came up for its version (Asterisk: CoreSettings, class reporting). */
@ApplicationScoped
public class ServerVersion {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    @Inject
    private ServerDirectory directory;

    @Inject
    private AmiConnectionFactory connections;

    @Inject
    private Database database;

    @Inject
    private Event<ServersChanged> changed;

    @Resource
    private ManagedExecutorService executor;

    void ask(@ObservesAsync ServerCameUp up) {
        directory.find(up.serverName()).ifPresent(this::ask);
    }

    private void ask(ServerFacts server) {
        try (AmiConnection connection = connections.getConnection(server.command())) {
            connection
                    .send(AmiAction.of("CoreSettings"), DEADLINE)
                    .thenAcceptAsync(answer -> store(server.name(), answer), executor);
        } catch (AmiException e) {
            ServerLog.LOG.versionUnknown(server.name(), e.getMessage());
        }
    }

    private void store(String serverName, AmiResponse answer) {
        String version = answer.text("AsteriskVersion");
        if (!version.isEmpty()) {
            database.inNewTransaction(connection -> {
                update(connection, serverName, version);
                changed.fire(new ServersChanged(Set.of(serverName)));
                return null;
            });
        }
    }

    private static void update(Connection connection, String serverName, String version) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update asterisk_server set asterisk_version = ? where name = ?")) {
            update.setString(1, version.length() > 64 ? version.substring(0, 64) : version);
            update.setString(2, serverName);
            update.executeUpdate();
        }
    }
}
