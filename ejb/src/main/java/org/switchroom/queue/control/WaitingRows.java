package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.switchroom.common.control.Database;

/** Looks what waits, for all servers in one query whose cost does not grow with the rows: it hops over the index. */
@ApplicationScoped
class WaitingRows {
    static final String LOOK = """
            select distinct server_name, originate from queued_action force index (ix_queued_action_due) where stage = 'DUE'
            union all select '', 8 from dual where exists (select 1 from queued_action where stage = 'ARRIVED')
            union all select '', 9 from dual where exists (
              select 1 from queued_action where stage = 'WAITING' and not_before <= utc_timestamp(3))""";

    private static final int ARRIVED = 8;
    private static final int WAITING_IS_OVER = 9;

    /** What a look saw. */
    record Seen(boolean arrived, boolean waitingIsOver, List<LaneKey> lanes) {}

    private final Database database;

    @Inject
    WaitingRows(Database database) {
        this.database = database;
    }

    /** For the container's proxy only. */
    protected WaitingRows() {
        this(null);
    }

    Seen look() {
        return database.inNewTransaction(WaitingRows::look);
    }

    private static Seen look(Connection connection) throws SQLException {
        boolean arrived = false;
        boolean over = false;
        List<LaneKey> lanes = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LOOK);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                int kind = row.getInt(2);
                arrived |= kind == ARRIVED;
                over |= kind == WAITING_IS_OVER;
                if (kind < ARRIVED) {
                    lanes.add(new LaneKey(row.getString(1), kind == 1));
                }
            }
        }
        return new Seen(arrived, over, lanes);
    }
}
