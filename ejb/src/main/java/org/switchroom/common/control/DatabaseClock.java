package org.switchroom.common.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;

/** Keeps {@link DatabaseTime} true: reads the database's clock when told to. */
@ApplicationScoped
public class DatabaseClock {
    @Inject
    private Database database;

    @Inject
    private DatabaseTime time;

    @Produces
    @Singleton
    static DatabaseTime systemTime() {
        return new DatabaseTime(System::nanoTime, Instant.now());
    }

    /** Reads the database's clock; a reading that took longer than 100 ms is not exact enough and is thrown away. */
    public void read() {
        long asked = System.nanoTime();
        Instant answer = database.inNewTransaction(connection -> {
            try (PreparedStatement select = connection.prepareStatement("select utc_timestamp(3) as now");
                    ResultSet row = select.executeQuery()) {
                row.next();
                return SqlTime.get(row, "now");
            }
        });
        if (System.nanoTime() - asked < 100_000_000L) {
            time.read(answer, asked);
        }
    }
}
