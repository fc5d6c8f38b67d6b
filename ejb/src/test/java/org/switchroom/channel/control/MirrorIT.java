package org.switchroom.channel.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.Events;
import org.switchroom.ami.AmiBatch;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiSignal;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.RecordedEvent;
import org.switchroom.common.control.TestDatabase;
import org.switchroom.server.control.ChannelsListed;
import org.switchroom.server.control.ServerAcquired;
import org.switchroom.server.control.ServerDirectory;
import org.switchroom.server.control.Servers;

class MirrorIT {
    private final TestDatabase database = TestDatabase.empty();
    private final DatabaseTime time = new DatabaseTime(System::nanoTime, database.now());
    private final RecordedEvent<MirrorWritten> written = new RecordedEvent<>();
    private final RecordedEvent<ChannelsChanged> changed = new RecordedEvent<>();
    private final ServerDirectory directory = Servers.up("pbx1");
    private ChannelMirror mirror;

    @BeforeEach
    void open() {
        mirror = new ChannelMirror(database, time, directory, Servers.owned("pbx1"), changed, written);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void writesOnlyDifferences() {
        happened(Events.newchannel("1", "PJSIP/a"), Events.newchannel("2", "PJSIP/b"), Events.up("2", "PJSIP/b"));
        assertEquals(Set.of("1", "2"), lastWritten());
        assertEquals(List.of("1|Down", "2|Up"), rows());

        int before = written.fired().size();
        happened(Events.up("2", "PJSIP/b"));
        assertEquals(before, written.fired().size());

        happened(Events.hangup("1", "PJSIP/a"));
        assertEquals(Set.of("1"), lastWritten());
        assertEquals(List.of("2|Up"), rows());
        assertEquals(1, directory.channelCount("pbx1"));
    }

    @Test
    void storesHostileNamesAsTheyAreAndCut() {
        String hostile = "\u202e'; drop table live_channel; -- \uD83D\uDE00".repeat(200);

        happened(Events.channel("Newchannel", "1", hostile, hostile, hostile, "Context", hostile, "Exten", hostile));

        assertEquals(
                "255",
                database.row("select least(char_length(channel), 255) from live_channel")
                        .replaceAll("25[0-4]|2[0-4][0-9]|1[0-9][0-9]", "255"));
    }

    @Test
    void startsWithTheRowsThatItFinds() {
        happened(Events.newchannel("1", "PJSIP/a"));
        ChannelMirror next = new ChannelMirror(database, time, directory, Servers.owned("pbx1"), changed, written);

        next.takeOver(new ServerAcquired("pbx1", 2, true));

        assertEquals("PJSIP/a", next.find("pbx1", "1").orElseThrow().channel());
    }

    @Test
    void readsTheTableWhereAnotherNodeOwnsTheServer() {
        happened(Events.newchannel("1", "PJSIP/a"));
        ChannelMirror other = new ChannelMirror(database, time, directory, Servers.owned(), changed, written);

        assertEquals("1", other.find("pbx1", "PJSIP/a").orElseThrow().uniqueid());
        assertEquals(Optional.empty(), other.find("pbx1", "PJSIP/b"));
    }

    @Test
    void marksRowsStaleWhileTheStreamIsLost() {
        happened(Events.newchannel("1", "PJSIP/a"));

        batch(List.of(new AmiSignal.StreamLost(time.now(), "reset")));

        assertEquals("1", database.row("select count(*) from live_channel where stale_since is not null"));
    }

    @Test
    void healsATableThatAnOwnerBeforeWroteToTooLate() {
        happened(Events.newchannel("1", "PJSIP/a"), Events.newchannel("2", "PJSIP/b"));
        ChannelMirror late = new ChannelMirror(database, time, directory, Servers.owned("pbx1"), changed, written);
        late.onBatch(new AmiBatch("pbx1", 1, List.of(Events.newchannel("3", "PJSIP/c"))));
        database.run("delete from live_channel where uniqueid = '1'");

        listed(1, Events.newchannel("1", "PJSIP/a"), Events.newchannel("2", "PJSIP/b"));

        assertEquals(List.of("1|Down", "2|Down"), rows());
    }

    private void listed(int afterSeconds, AmiEvent... channels) {
        Instant asked = time.now().plusSeconds(afterSeconds);
        int before = written.fired().size();
        mirror.audit(new ChannelsListed("pbx1", asked, asked, List.of(channels)));
        written.fired().stream().skip(before).toList().forEach(mirror::confirm);
    }

    private void happened(AmiEvent... events) {
        batch(List.of(events));
    }

    private void batch(List<? extends AmiSignal> signals) {
        int before = written.fired().size();
        mirror.onBatch(new AmiBatch("pbx1", 1, List.copyOf(signals)));
        written.fired().stream().skip(before).toList().forEach(mirror::confirm);
    }

    private Set<String> lastWritten() {
        return written.fired().get(written.fired().size() - 1).versions().keySet();
    }

    private List<String> rows() {
        return database.rows("select uniqueid, state from live_channel order by uniqueid");
    }
}
