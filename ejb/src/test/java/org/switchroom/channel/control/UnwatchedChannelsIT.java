package org.switchroom.channel.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.switchroom.common.SettableClock;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.RecordedEvent;
import org.switchroom.common.control.TestDatabase;
import org.switchroom.server.control.Servers;

class UnwatchedChannelsIT {
    private static final String ROW =
            "insert into live_channel (server_name, uniqueid, channel, state, created_at, changed_at)"
                    + " values (?, '1', 'PJSIP/a', 'Up', utc_timestamp(3), utc_timestamp(3))";

    private final TestDatabase database = TestDatabase.empty();
    private final SettableClock clock = new SettableClock();
    private final RecordedEvent<ChannelsChanged> changed = new RecordedEvent<>();
    private final UnwatchedChannels channels = new UnwatchedChannels(
            database, new DatabaseTime(clock::monotonicNanos, database.now()), Servers.up("pbx1"), changed);

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void clearsChannelsOfAServerThatIsGoneAfterAMinute() {
        database.run(ROW, "pbx1");
        database.run(ROW, "removed");
        channels.clear();
        clock.advance(Duration.ofSeconds(59));
        channels.clear();
        assertEquals(2, rows().size());

        clock.advance(Duration.ofSeconds(5));
        channels.clear();

        assertEquals(List.of("pbx1"), rows());
        assertEquals(Set.of("removed"), changed.fired().get(0).serverNames());
    }

    private List<String> rows() {
        return database.rows("select server_name from live_channel order by server_name");
    }
}
