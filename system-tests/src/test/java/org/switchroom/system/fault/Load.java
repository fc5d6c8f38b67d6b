package org.switchroom.system.fault;

import static org.awaitility.Awaitility.await;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.switchroom.system.ActionRow;
import org.switchroom.system.Instance;
import org.switchroom.system.NewAction;
import org.switchroom.system.SqlClient;

/** Rows at an even rate, to each server in turn, one call among ten actions, for as long as it is open. What the database doesn't take is counted and written no second time. */
final class Load implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Load.class.getName());
    private static final int A_CALL_AMONG = 10;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<String> servers = List.copyOf(Instance.running().serverNames());
    private SqlClient sql;
    private volatile long written;
    private volatile long refused;

    private Load() {}

    static Load of(int actionsASecond) {
        Load load = new Load();
        load.clock.scheduleAtFixedRate(load::write, 0, 1_000_000L / actionsASecond, TimeUnit.MICROSECONDS);
        return load;
    }

    long written() {
        return written;
    }

    long refused() {
        return refused;
    }

    private void write() {
        try {
            insertNext();
        } catch (SQLException e) {
            refused++;
            leave();
        }
    }

    private void insertNext() throws SQLException {
        long n = written + refused;
        NewAction action =
                n % A_CALL_AMONG == 0 ? NewAction.callTo(FaultTest.ANSWERS_AND_HANGS_UP) : NewAction.of("Ping");
        String server = servers.get((int) (n / A_CALL_AMONG % servers.size()));
        if (sql == null) {
            sql = SqlClient.foreign();
        }
        sql.insert(action.on(server));
        written++;
    }

    /** A connection that failed is of no use any more; that it does not close well either says nothing new. */
    private void leave() {
        SqlClient failed = sql;
        sql = null;
        try {
            if (failed != null) {
                failed.close();
            }
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "a connection that failed", e);
        }
    }

    /** Rows that are open although their deadline passed so many seconds ago. */
    static List<Map<String, String>> overdue(SqlClient sql, int seconds) {
        return sql.rows(
                "select id, server_name, action, status, expires_at, response_message from queued_action"
                        + " where find_in_set(status, ?) > 0"
                        + " and expires_at < utc_timestamp(3) - interval ? second",
                ActionRow.UNFINISHED,
                seconds);
    }

    /** Waits until all rows are final. */
    static void untilFinal(SqlClient sql, Duration most) {
        await("all rows are final")
                .atMost(most)
                .untilAsserted(() -> org.junit.jupiter.api.Assertions.assertEquals(
                        "0",
                        sql.rows(
                                        "select count(*) n from queued_action where find_in_set(status, ?) > 0",
                                        ActionRow.UNFINISHED)
                                .get(0)
                                .get("n")));
    }

    @Override
    public void close() throws Exception {
        clock.shutdown();
        clock.awaitTermination(30, TimeUnit.SECONDS);
        if (sql != null) {
            sql.close();
        }
    }
}
