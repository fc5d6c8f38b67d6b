package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.switchroom.common.control.Database;

/** Looks what waits. Each question ends at the first row that it finds, so the cost does not grow with the rows. */
@ApplicationScoped
class WaitingRows {
    /** The limit within keeps MariaDB from reading all due rows once instead of one for each lane. */
    static final String LOOK = """
            select lane.n from json_table(?, '$[*]' columns (
                n int path '$.n', server_name varchar(64) character set utf8mb4 collate utf8mb4_bin path '$.s',
                originate tinyint path '$.o', trunk varchar(100) character set ascii collate ascii_bin path '$.t')) lane
             where (select 1 from queued_action q force index (ix_queued_action_due)
                     where q.stage = 'DUE' and q.server_name = lane.server_name and q.originate = lane.originate
                       and q.trunk = lane.trunk limit 1) = 1
            union all select -1 from dual where exists (
              select 1 from queued_action force index (ix_queued_action_arrived) where arrived < 10)
            union all select -2 from dual where exists (
              select 1 from queued_action force index (ix_queued_action_waits_until) where waits_until <= utc_timestamp(3))
            union all select -3 from dual where exists (
              select 1 from queued_action force index (ix_queued_action_waits_until) where waits_until is not null)
            union all select -4 from dual where exists (
              select 1 from queued_action force index (ix_queued_action_arrived) where arrived >= 10)""";

    static final String PROBE =
            "select arrived from queued_action force index (ix_queued_action_arrived) where arrived is not null order by arrived limit 1";

    private static final int ARRIVED = -1;
    private static final int OVER = -2;
    private static final int WAIT = -3;
    private static final int UNJUDGED = -4;

    /**
     * What a look saw.
     *
     * @param arrived rows that are to be taken in before they can be claimed
     * @param unjudged rows that may be claimed as they are, and that nobody has judged yet
     * @param waitingIsOver rows whose time has come
     * @param someWait rows whose time will come
     * @param lanes those with due rows
     */
    record Seen(boolean arrived, boolean unjudged, boolean waitingIsOver, boolean someWait, List<LaneKey> lanes) {
        /** Whether nothing can become due unless a row comes in. */
        boolean nothing() {
            return !arrived && !unjudged && !waitingIsOver && !someWait && lanes.isEmpty();
        }
    }

    private final Database database;

    @Inject
    WaitingRows(Database database) {
        this.database = database;
    }

    /** For the container's proxy only. */
    protected WaitingRows() {
        this(null);
    }

    /** What has come in and nobody has judged yet, by its {@code arrived}, the most urgent: the cheapest question. */
    OptionalInt firstArrived() {
        return database.statementByStatement(connection -> {
            try (PreparedStatement select = connection.prepareStatement(PROBE);
                    ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
            }
        });
    }

    /** Looks which of these lanes have due rows, and what else is to be done. */
    Seen look(List<LaneKey> lanes) {
        return database.statementByStatement(connection -> look(connection, lanes));
    }

    /** The same within a transaction. */
    static Seen look(Connection connection, List<LaneKey> lanes) throws SQLException {
        Set<Integer> seen = new HashSet<>();
        List<LaneKey> due = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LOOK)) {
            select.setString(1, spelled(lanes));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    int found = row.getInt(1);
                    if (found >= 0) {
                        due.add(lanes.get(found));
                    } else {
                        seen.add(found);
                    }
                }
            }
        }
        return new Seen(seen.contains(ARRIVED), seen.contains(UNJUDGED), seen.contains(OVER), seen.contains(WAIT), due);
    }

    static String spelled(List<LaneKey> lanes) {
        JsonRows json = new JsonRows();
        for (int n = 0; n < lanes.size(); n++) {
            LaneKey lane = lanes.get(n);
            json.row()
                    .put("n", n)
                    .put("s", lane.serverName())
                    .put("o", lane.originate() ? 1 : 0)
                    .put("t", lane.trunk());
        }
        return json.end();
    }
}
