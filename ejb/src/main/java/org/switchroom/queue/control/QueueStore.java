package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.switchroom.common.control.Database;
import org.switchroom.server.control.NodeName;

/** Changes rows of the queue and tells so: the one place from which {@link ActionsChanged} is fired. */
@ApplicationScoped
public class QueueStore {
    private final Database database;
    private final NodeName node;
    private final Event<ActionsChanged> changed;

    @Inject
    QueueStore(Database database, NodeName node, Event<ActionsChanged> changed) {
        this.database = database;
        this.node = node;
        this.changed = changed;
    }

    /** For the container's proxy only. */
    protected QueueStore() {
        this(null, null, null);
    }

    /** Work that returns the ids of the rows it changed. */
    @FunctionalInterface
    interface Change {
        Collection<Long> on(Connection connection) throws SQLException;
    }

    /** Makes these steps in a transaction of their own; returns the ids of the rows that were changed. */
    public List<Long> move(List<ActionMove> moves) {
        return moves.isEmpty() ? List.of() : List.copyOf(change(c -> ActionRows.change(c, node.name(), moves)));
    }

    Collection<Long> change(Change work) {
        return database.inNewTransaction(connection -> told(work.on(connection)));
    }

    Collection<Long> changeInCurrent(Change work) {
        return database.inCurrentTransaction(connection -> told(work.on(connection)));
    }

    private Collection<Long> told(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            changed.fire(new ActionsChanged(Set.copyOf(ids)));
        }
        return ids;
    }
}
