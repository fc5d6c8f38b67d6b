package org.switchroom.monitoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.switchroom.common.control.Database;
import org.switchroom.queue.entity.ActionStatus;

/** Depth and age of the queue, read at most once a second however many ask. */
@ApplicationScoped
public class QueueDepth {
    private static final long GOOD_FOR_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final String COUNTS = """
            select status, count(*) as rows_of_status,
                   max(if(status = 'NEW' and stage <> 'WAITING', timestampdiff(microsecond, created_at, utc_timestamp(3)), 0)) / 1000
                     as oldest_millis
              from queued_action group by status""";

    /** Rows of the hot table by status, and the age of the oldest row that could be sent. */
    public record Depth(Map<ActionStatus, Long> byStatus, double oldestWaitingMillis) {
        public long of(ActionStatus status) {
            return byStatus.getOrDefault(status, 0L);
        }
    }

    private record Reading(Depth depth, long atNanos) {}

    private volatile Reading last;

    @Inject
    private Database database;

    public Depth now() {
        Reading reading = last;
        if (reading == null || System.nanoTime() - reading.atNanos() > GOOD_FOR_NANOS) {
            reading = new Reading(database.inNewTransaction(QueueDepth::read), System.nanoTime());
            last = reading;
        }
        return reading.depth();
    }

    private static Depth read(Connection connection) throws SQLException {
        Map<ActionStatus, Long> counts = new EnumMap<>(ActionStatus.class);
        double oldest = 0;
        try (PreparedStatement select = connection.prepareStatement(COUNTS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                counts.put(ActionStatus.valueOf(row.getString("status")), row.getLong("rows_of_status"));
                oldest = Math.max(oldest, row.getDouble("oldest_millis"));
            }
        }
        return new Depth(counts, oldest);
    }
}
