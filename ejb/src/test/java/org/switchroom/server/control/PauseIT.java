package org.switchroom.server.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiBatch;
import org.switchroom.ami.AmiSignal;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.TestDatabase;

class PauseIT {
    private final TestDatabase database = TestDatabase.empty();
    private final DatabaseTime time = new DatabaseTime(System::nanoTime, database.now());
    private final ServerDirectory directory = Servers.up("pbx1");
    private final PauseRecorder recorder = new PauseRecorder(database, time, directory, new NodeName("node-a"));

    @BeforeEach
    void empty() {
        database.run("delete from ami_pause");
    }

    @AfterEach
    void close() throws SQLException {
        database.run("delete from ami_pause");
        database.close();
    }

    @Test
    void aPauseIsOneRowHoweverOftenItIsTold() {
        directory.countChannels("pbx1", 42);
        AmiSignal pause = paused(time.now(), Optional.of(Duration.ofMillis(17_200)));

        told(pause);
        told(pause);

        assertEquals(
                "1|17000|17200|42|12.5|node-a",
                database.row("select concat_ws('|', count(*), max(length_ms), max(event_delay_ms), max(channels),"
                        + " max(events_per_second), max(node)) from ami_pause"));
    }

    @Test
    void theDelayIsUnknownWhereTheServerStampsNoEvents() {
        told(paused(time.now(), Optional.empty()));

        assertEquals("1", database.row("select count(*) from ami_pause where event_delay_ms is null"));
    }

    @Test
    void whatIsOlderThanTheRetentionGoesWhenTheNextPauseComes() {
        Instant now = time.now();
        told(paused(now.minus(PauseRecorder.RETENTION).minusSeconds(60), Optional.empty()));

        told(paused(now, Optional.empty()));

        assertEquals("1", database.row("select count(*) from ami_pause"));
    }

    private static AmiSignal paused(Instant at, Optional<Duration> delay) {
        return new AmiSignal.StreamPaused(at, at, Duration.ofSeconds(17), delay, 12.5);
    }

    private void told(AmiSignal signal) {
        recorder.onBatch(new AmiBatch("pbx1", 1, List.of(signal)));
    }
}
