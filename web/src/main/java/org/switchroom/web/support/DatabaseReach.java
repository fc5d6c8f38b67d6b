package org.switchroom.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.PersistenceException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchroom.common.control.ConnectionPool;
import org.switchroom.common.control.DatabaseException;
import org.switchroom.monitoring.boundary.AuditBoard;
import org.switchroom.server.control.ServerDirectory;
import org.switchroom.server.control.ServerFacts;
import org.switchroom.server.entity.ServerState;

/**
 * Lets a page live on while the database is out of reach: it shows what it had and says that it may be old. Within one request only the
 * first reader waits for a database that has just gone.
 */
@Named("reach")
@RequestScoped
public class DatabaseReach {
    @Inject
    private AuditBoard board;

    @Inject
    private ServerDirectory directory;

    private boolean failed;

    /** Whether an exception, or what caused it, is a database that could not be reached. */
    public static boolean isLack(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .anyMatch(DatabaseReach::isOutOfReach);
    }

    /** Which pool is full and how, if it is a lack of free connections: the database may be well. */
    public static Optional<String> exhaustedPool(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .map(cause -> cause instanceof PersistenceException ? new DatabaseException(cause) : cause)
                .filter(cause -> cause instanceof DatabaseException e && e.isPoolExhausted())
                .map(cause -> cause.getCause() instanceof SQLTransientConnectionException ours
                        ? ours.getMessage()
                        : ConnectionPool.fullness())
                .findFirst();
    }

    private static boolean isOutOfReach(Throwable cause) {
        if (cause instanceof DatabaseException e) {
            return e.isOutOfReach();
        }
        return cause instanceof PersistenceException && new DatabaseException(cause).isOutOfReach();
    }

    /** What the source says, or the other value while the database is away. */
    public <T> T read(Supplier<T> source, T otherwise) {
        if (isAway()) {
            return otherwise;
        }
        try {
            return source.get();
        } catch (RuntimeException e) {
            if (!isLack(e)) {
                throw e;
            }
            failed = true;
            return otherwise;
        }
    }

    public boolean isAway() {
        return failed || !board.isDatabaseReached();
    }

    /** Servers that are switched on and can't be spoken to now, in one line; empty if there is none. */
    public String getServersAway() {
        return directory.all().stream()
                .filter(server -> server.enabled()
                        && (server.state() == ServerState.DOWN || server.state() == ServerState.SUSPECT))
                .map(ServerFacts::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Names of all servers, from memory. */
    public List<String> getServers() {
        return directory.all().stream().map(ServerFacts::name).sorted().toList();
    }
}
