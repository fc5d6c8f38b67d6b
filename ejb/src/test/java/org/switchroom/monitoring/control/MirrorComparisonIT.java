package org.switchroom.monitoring.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.switchroom.common.SettableClock;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.TestDatabase;
import org.switchroom.server.control.Servers;

class MirrorComparisonIT {
    private static final String ROW =
            "insert into live_channel (server_name, uniqueid, channel, state, created_at, changed_at)"
                    + " values (?, '1', 'PJSIP/a', 'Up', utc_timestamp(3), utc_timestamp(3))";

    private final TestDatabase database = TestDatabase.empty();
    private final SettableClock clock = new SettableClock();
    private final DatabaseTime time = new DatabaseTime(clock::monotonicNanos, database.now());
    private final MirrorComparison mirror = new MirrorComparison(database, time, Servers.up("pbx1"));

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void waitsTenSecondsBeforeADifferenceCounts() {
        listed("1");
        assertEquals(List.of(), mirror.offenders());
        assertTrue(mirror.isOpen());
        clock.advance(Duration.ofSeconds(9));
        listed("1");
        assertEquals(List.of(), mirror.offenders());

        clock.advance(Duration.ofSeconds(1));
        listed("1");

        assertEquals(List.of("channel 1 of pbx1 lives on the server only"), mirror.offenders());
    }

    @Test
    void forgetsADifferenceThatIsGone() {
        listed("1");
        mirror.offenders();
        database.run(ROW, "pbx1");

        assertEquals(List.of(), mirror.offenders());
        assertFalse(mirror.isOpen());
    }

    @Test
    void saysNothingOfAServerThatDoesNotList() {
        database.run(ROW, "pbx1");
        listed();
        mirror.offenders();

        clock.advance(Duration.ofSeconds(60));

        assertEquals(List.of(), mirror.offenders());
    }

    @Test
    void seesChannelsOfAServerThatNobodyWatches() {
        database.run(ROW, "removed");
        mirror.offenders();

        clock.advance(Duration.ofSeconds(90));

        assertEquals(
                List.of("channel 1 of removed stands in the table, and nobody watches the server"), mirror.offenders());
    }

    private void listed(String... uniqueids) {
        mirror.remember(ListedChannels.of("pbx1", time.now(), uniqueids));
    }
}
