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
              from queued_action where id = ?""";

    private final Database database;

    @Inject
    HistoryMove(Database database) {
        this.database = database;
    }

    /** For the container's proxy only. */
    protected HistoryMove() {
        this(null);
    }

    /** Moves at most 500 rows; returns how many it moved. */
    public int move() {
        return database.inNewTransaction(connection -> {
            List<Long> ids = select(connection);
            copy(connection, ids);
            forEach(connection, "delete from queued_action where id = ?", ids);
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

    /** One by one, because MariaDB's driver can't run {@code insert ... select} as a batch. */
    private static void copy(Connection connection, List<Long> ids) throws SQLException {
        try (PreparedStatement copy = connection.prepareStatement(COPY)) {
            for (Long id : ids) {
                copy.setLong(1, id);
                copy.executeUpdate();
            }
        }
    }

    private static void forEach(Connection connection, String sql, List<Long> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Long id : ids) {
                statement.setLong(1, id);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
