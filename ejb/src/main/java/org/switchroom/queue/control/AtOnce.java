package org.switchroom.queue.control;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Decides what is claimed in the transaction in which it is stored or taken in. */
interface AtOnce {
    /** A row that could be claimed. */
    interface Claimable {
        LaneKey lane();
    }

    /** A row that is to be claimed in this epoch. */
    record Chosen<T>(T row, long epoch) {}

    /** How many rows of a lane could go now; 0 if none. Asked within the transaction, so it must not touch the database. */
    default int room(LaneKey lane) {
        return 0;
    }

    /** The epoch in which this node owns the server; empty if it does not. As {@link #room}. */
    default OptionalLong epoch(String serverName) {
        return OptionalLong.empty();
    }

    /**
     * Those of these rows, which the database does not hold as due yet, that go at once, by lane and in their order. What was due before
     * goes first: where the database has such rows of a lane, none of the new ones is chosen.
     */
    default <T extends Claimable> Map<LaneKey, List<Chosen<T>>> choose(Connection connection, List<T> rows)
            throws SQLException {
        Map<LaneKey, List<Chosen<T>>> chosen = new LinkedHashMap<>();
        for (T row : rows) {
            epoch(row.lane().serverName()).ifPresent(epoch -> {
                List<Chosen<T>> lane = chosen.computeIfAbsent(row.lane(), key -> new ArrayList<>());
                if (lane.size() < room(row.lane())) {
                    lane.add(new Chosen<>(row, epoch));
                }
            });
        }
        chosen.values().removeIf(List::isEmpty);
        if (!chosen.isEmpty()) {
            WaitingRows.look(connection, List.copyOf(chosen.keySet())).lanes().forEach(chosen::remove);
        }
        return chosen;
    }
}
