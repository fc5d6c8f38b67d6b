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

/** Moves rows to history 60 s after both the row and its call were final, so that the hot table stays small. */
@ApplicationScoped
public class HistoryMove {
    private static final int GROUP = 500;

    private static final String SELECT = """
            select id from queued_action where closed_at < utc_timestamp(3) - interval 60 second
             order by closed_at limit ? for update skip locked""";

    private static final String COPY = """
            insert into queued_action_history (
              id, server_name, action, headers, priority, not_before, created_at, expires_at, idempotency_key, submitted_by, status,
              response, response_message, node, epoch, attempt, sent_at, responded_at, finished_at, call_state, channel, uniqueid,
              linkedid, hangup_cause, hangup_cause_text, stage, internal, database_account, settle_by, closed_at)
            select
              id, server_name, action, headers, priority, not_before, created_at, expires_at, idempotency_key, submitted_by, status,
              response, response_message, node, epoch, attempt, sent_at, responded_at, finished_at, call_state, channel, uniqueid,
              linkedid, hangup_cause, hangup_cause_text, stage, internal, database_account, settle_by, closed_at
              from json_table(?, '$[*]' columns (i bigint path '$')) j
              straight_join queued_action q force index (primary) on q.id = j.i""";

    private static final String DELETE = """
            delete q from json_table(?, '$[*]' columns (i bigint path '$')) j
              straight_join queued_action q force index (primary) on q.id = j.i""";

    private final Database database;

    @Inject
    HistoryMove(Database database) {
        this.database = database;
    }

    /** For the container's proxy only. */
    protected HistoryMove() {
        this(null);
    }

    /** Moves at most 500 rows, with three statements; returns how many it moved. */
    public int move() {
        return database.inNewTransaction(connection -> {
            List<Long> ids = select(connection);
            if (!ids.isEmpty()) {
                all(connection, COPY, ids);
                all(connection, DELETE, ids);
            }
            return ids.size();
        });
    }

    private static List<Long> select(Connection connection) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setInt(1, GROUP);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
        }
        return ids;
    }

    private static void all(Connection connection, String sql, List<Long> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, JsonRows.list(ids));
            int count = statement.executeUpdate();
            if (count != ids.size()) {
                throw new SQLException("%d of %d closed rows went to history".formatted(count, ids.size()), "SWR01");
            }
        }
    }
}
