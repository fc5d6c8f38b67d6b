package org.switchroom.queue.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.switchroom.common.control.SqlTime;
import org.switchroom.guard.entity.Caller;
import org.switchroom.queue.catalogue.Submission;

/**
 * A row as it stands in the table, before anybody has claimed it.
 *
 * @param judged whether somebody has checked it and begun its story
 * @param waited whether it has been there so long that it is to be judged, however far it is from its turn
 */
record ArrivedAction(
        long id,
        String serverName,
        String action,
        String headers,
        Integer priority,
        boolean internal,
        String idempotencyKey,
        String submittedBy,
        String databaseAccount,
        boolean judged,
        boolean early,
        boolean expired,
        boolean waited,
        int urgency,
        Instant createdAt,
        Instant dueAt,
        Instant expiresAt) {

    /** What {@link #read} reads, and the database's time. */
    static final String COLUMNS = """
            select id, server_name, action, headers, priority, internal, idempotency_key, submitted_by, database_account, judged,
                   not_before > utc_timestamp(3) as early, expires_at <= utc_timestamp(3) as expired,
                   created_at <= utc_timestamp(3) - interval 400000 microsecond as waited, urgency, created_at,
                   greatest(created_at, coalesce(not_before, created_at)) as due_at, expires_at, utc_timestamp(3) as now
            """;

    static ArrivedAction read(ResultSet row) throws SQLException {
        return new ArrivedAction(
                row.getLong("id"),
                row.getString("server_name"),
                row.getString("action"),
                row.getString("headers"),
                row.getObject("priority") == null ? null : row.getInt("priority"),
                row.getBoolean("internal"),
                row.getString("idempotency_key"),
                row.getString("submitted_by"),
                row.getString("database_account"),
                row.getBoolean("judged"),
                row.getBoolean("early"),
                row.getBoolean("expired"),
                row.getBoolean("waited"),
                row.getInt("urgency"),
                SqlTime.get(row, "created_at"),
                SqlTime.get(row, "due_at"),
                SqlTime.get(row, "expires_at"));
    }

    /** What it asks for. */
    Submission submission() {
        return new Submission(serverName, action, headers, priority, null, null, internal);
    }

    /** Who answers for it. */
    Caller caller() {
        return new Caller(submittedBy, databaseAccount);
    }

    /** This row, claimed in this epoch. */
    ClaimedAction claimed(long epoch, String chance) {
        return new ClaimedAction(
                id,
                epoch,
                serverName,
                action,
                headers,
                internal,
                urgency,
                dueAt,
                expiresAt,
                ActionTag.of(id, chance),
                caller());
    }

    /** Name of the database account without its host. */
    String accountName() {
        int at = databaseAccount.lastIndexOf('@');
        return at < 0 ? databaseAccount : databaseAccount.substring(0, at);
    }
}
