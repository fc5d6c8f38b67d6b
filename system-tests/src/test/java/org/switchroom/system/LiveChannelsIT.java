package org.switchroom.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The table of live channels against the servers' own list, while calls come and go. */
@Order(50)
@ExtendWith(LeavesNothingBehind.class)
class LiveChannelsIT {
    private static final int CALLS = 40;
    private static final int SAMPLES = 20;
    private static SqlClient sql;

    @BeforeAll
    static void connects() throws SQLException {
        sql = SqlClient.foreign();
    }

    @AfterAll
    static void disconnects() throws SQLException {
        sql.close();
    }

    @Test
    void holdsEachChannelWithinASecondOfItsBeingThere() throws SQLException {
        List<String> servers = Instance.running().serverNames();
        Mirror mirror = new Mirror(sql);
        Calls calls = new Calls(sql);

        for (String server : servers) {
            calls.dial(server, CALLS / servers.size());
        }
        sample(mirror, servers);
        calls.untilUp();
        servers.forEach(server -> {
            assertEquals(Lab.uniqueids(server), mirror.table(server));
            assertTrue(mirror.table(server).size() >= CALLS / servers.size(), server);
        });
        calls.hangUp();
        sample(mirror, servers);

        calls.untilOver().forEach(row -> assertEquals("SUCCEEDED HUNGUP 16", row.outcome()));
    }

    private static void sample(Mirror mirror, List<String> servers) {
        for (int i = 0; i < SAMPLES / 2; i++) {
            servers.forEach(mirror::sample);
        }
    }
}
