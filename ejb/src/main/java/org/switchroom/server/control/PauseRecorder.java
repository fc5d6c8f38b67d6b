package org.switchroom.server.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import org.switchroom.ami.AmiBatch;
import org.switchroom.ami.AmiSignal;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.SqlTime;

/**
 * Keeps the pauses of each server with the load before them, for 90 days. A pause that is told twice is one row.
 */
@ApplicationScoped
public class PauseRecorder implements AmiBatchHandler {
    static final Duration RETENTION = Duration.ofDays(90);

    private static final String INSERT = """
            insert ignore into ami_pause
              (server_name, started_at, length_ms, event_delay_ms, channels, events_per_second, node)
            values (?, ?, ?, ?, ?, ?, ?)""";

    private static final String FORGET = "delete from ami_pause where server_name = ? and started_at < ? limit 1000";

    private final Database database;
    private final DatabaseTime time;
    private final ServerDirectory directory;
    private final NodeName node;

    @Inject
    PauseRecorder(Database database, DatabaseTime time, ServerDirectory directory, NodeName node) {
        this.database = database;
        this.time = time;
        this.directory = directory;
        this.node = node;
    }

    /** For the container's proxy only. */
    protected PauseRecorder() {
        this(null, null, null, null);
    }

    @Override
    public int position() {
        return 11;
    }

    @Override
    public void onBatch(AmiBatch batch) {
        List<AmiSignal.StreamPaused> pauses = batch.signals().stream()
                .filter(AmiSignal.StreamPaused.class::isInstance)
                .map(AmiSignal.StreamPaused.class::cast)
                .toList();
        if (!pauses.isEmpty()) {
            database.inCurrentTransaction(connection -> store(connection, batch.serverName(), pauses));
        }
    }

    private Void store(Connection connection, String serverName, List<AmiSignal.StreamPaused> pauses)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (AmiSignal.StreamPaused pause : pauses) {
                bind(insert, serverName, pause);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setString(1, serverName);
            SqlTime.set(forget, 2, time.now().minus(RETENTION));
            forget.executeUpdate();
        }
        return null;
    }

    private void bind(PreparedStatement insert, String serverName, AmiSignal.StreamPaused pause) throws SQLException {
        insert.setString(1, serverName);
        SqlTime.set(insert, 2, pause.startedAt());
        insert.setLong(3, pause.length().toMillis());
        if (pause.eventDelay().isPresent()) {
            insert.setLong(4, pause.eventDelay().get().toMillis());
        } else {
            insert.setNull(4, Types.BIGINT);
        }
        insert.setInt(5, directory.channelCount(serverName));
        insert.setDouble(6, pause.eventsPerSecond());
        insert.setString(7, node.name());
    }
}
