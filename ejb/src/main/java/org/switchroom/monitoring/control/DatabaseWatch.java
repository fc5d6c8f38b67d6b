package org.switchroom.monitoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.switchroom.common.control.Database;
import org.switchroom.common.control.DatabaseException;

/** Whether the database answers, so that pages can say so instead of waiting for it. */
@ApplicationScoped
public class DatabaseWatch {
    private static final long LONGEST_LOOK_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Database database;
    private final Event<DatabaseReached> news;
    private volatile boolean reached = true;
    private volatile long askedAtNanos;
    private volatile boolean asking;

    @Inject
    DatabaseWatch(Database database, Event<DatabaseReached> news) {
        this.database = database;
        this.news = news;
    }

    /** For the container's proxy only. */
    protected DatabaseWatch() {
        this(null, null);
    }

    /** Asks the database, and tells when the answer is another than before. */
    public void look() {
        askedAtNanos = System.nanoTime();
        asking = true;
        boolean now;
        try {
            now = answers();
        } finally {
            asking = false;
        }
        if (now != reached) {
            reached = now;
            news.fire(new DatabaseReached(now));
        }
    }

    /** As of the last look, or of one that has gone on for too long. Never waits. */
    public boolean isReached() {
        return reached && !(asking && System.nanoTime() - askedAtNanos > LONGEST_LOOK_NANOS);
    }

    private boolean answers() {
        try {
            return database.inNewTransaction(DatabaseWatch::ask);
        } catch (DatabaseException e) {
            MonitoringLog.LOG.debugf(e, "The database does not answer");
            return !e.isOutOfReach();
        }
    }

    private static boolean ask(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select 1")) {
            return select.execute();
        }
    }
}
