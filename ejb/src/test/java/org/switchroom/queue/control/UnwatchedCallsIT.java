package org.switchroom.queue.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.switchroom.common.SettableClock;
import org.switchroom.common.control.DatabaseTime;

class UnwatchedCallsIT {
    private static final String CALL =
            "insert into queued_action (server_name, action, headers, status, stage, call_state)"
                    + " values (?, 'Originate', '{}', ?, null, 'UP')";
    private static final String STATES =
            "select server_name, status, call_state, hangup_cause_text, closed_at is not null from queued_action order"
                    + " by id";

    private final QueueRig rig = new QueueRig();
    private final SettableClock clock = new SettableClock();
    private final UnwatchedCalls calls =
            new UnwatchedCalls(rig.store, new DatabaseTime(clock::monotonicNanos, rig.database.now()), rig.directory);

    @AfterEach
    void close() throws SQLException {
        rig.close();
    }

    @Test
    void closesCallsOfAServerThatIsGoneAfterAMinute() {
        rig.database.run(CALL, "removed", "SUCCEEDED");
        calls.close();
        clock.advance(Duration.ofSeconds(59));
        calls.close();
        assertEquals("removed|SUCCEEDED|UP|-|0", rig.database.row(STATES));

        clock.advance(Duration.ofSeconds(5));
        calls.close();

        assertEquals("removed|SUCCEEDED|HUNGUP|LOST|1", rig.database.row(STATES));
    }

    @Test
    void leavesCallsOfWatchedServersAndRowsThatAreNotSettled() {
        rig.database.run(CALL, "pbx1", "SUCCEEDED");
        rig.database.run(CALL, "removed", "UNKNOWN");
        calls.close();
        clock.advance(Duration.ofSeconds(120));
        calls.close();

        assertEquals("pbx1|SUCCEEDED|UP|-|0", rig.database.rows(STATES).get(0));
        assertEquals("removed|UNKNOWN|UP|-|0", rig.database.rows(STATES).get(1));
    }
}
