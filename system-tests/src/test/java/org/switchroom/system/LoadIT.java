package org.switchroom.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The floor of 2004: 400 concurrent calls, and half a second from row to wire. */
@Order(60)
@Tag("load")
@ExtendWith(LeavesNothingBehind.class)
class LoadIT {
    private static final Logger LOG = System.getLogger(LoadIT.class.getName());
    private static final int CALLS = 400;
    private static final int CALLS_PER_SECOND = 20;
    private static final int SAMPLES = 60;
    private static final long MOST_MILLIS = 500;

    @Test
    @Timeout(300)
    void carriesFourHundredCallsWithTheirChannelsInTheTable() throws SQLException {
        try (SqlClient sql = SqlClient.foreign()) {
            List<String> servers = Instance.running().serverNames();
            Mirror mirror = new Mirror(sql);
            Calls calls = new Calls(sql);
            calls.dialSteadily(servers, CALLS, CALLS_PER_SECOND);
            for (int i = 0; i < SAMPLES; i++) {
                servers.forEach(mirror::sample);
            }
            calls.untilUp();
            servers.forEach(server -> assertEquals(Lab.uniqueids(server), mirror.table(server)));
            calls.hangUp();
            calls.untilOver();

            long[] delays = delays(sql, calls);
            LOG.log(
                    Level.INFO,
                    "{0} calls, {1} a second; row to wire in ms: p50 {2}, p99 {3}",
                    CALLS,
                    CALLS_PER_SECOND,
                    delays[delays.length / 2],
                    delays[delays.length * 99 / 100]);
            assertTrue(
                    delays[delays.length * 99 / 100] < MOST_MILLIS,
                    () -> "milliseconds from row to wire: " + Arrays.toString(delays));
        }
    }

    private static long[] delays(SqlClient sql, Calls calls) {
        return calls.ids().stream()
                .flatMapToLong(id -> LongStream.of(Long.parseLong(sql.rows(
                                "select timestampdiff(microsecond, created_at, sent_at) div 1000 delay from action_all where id = ?",
                                id)
                        .get(0)
                        .get("delay"))))
                .sorted()
                .toArray();
    }
}
