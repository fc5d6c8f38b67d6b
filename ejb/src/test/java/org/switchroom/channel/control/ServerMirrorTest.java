package org.switchroom.channel.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.switchroom.Events;
import org.switchroom.ami.AmiEvent;

class ServerMirrorTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final ServerMirror mirror = new ServerMirror();
    private Instant now = START;

    @Test
    void showsAChannelFromItsFirstEventToItsHangup() {
        mirror.take(Events.newchannel("1", "PJSIP/a"), now);
        mirror.take(Events.up("1", "PJSIP/a"), now);
        assertEquals("Up", mirror.find("1").orElseThrow().state());
        assertEquals("1", mirror.find("PJSIP/a").orElseThrow().uniqueid());

        mirror.take(Events.hangup("1", "PJSIP/a"), now);
        assertEquals(0, mirror.size());
        assertEquals(Map.of("1", Optional.empty()), mirror.pending().channels());
    }

    @Test
    void followsARename() {
        mirror.take(Events.newchannel("1", "PJSIP/a"), now);

        mirror.take(Events.rename("1", "PJSIP/a", "PJSIP/b"), now);

        assertEquals("PJSIP/b", mirror.find("1").orElseThrow().channel());
    }

    @Test
    void beginsNoChannelByAnEventThatIsNotItsOwn() {
        mirror.take(Events.of("VarSet", "Uniqueid", "1", "Channel", "PJSIP/a"), now);
        mirror.take(Events.originateResponse("1", "Success", "4"), now);
        mirror.take(Events.newchannel("", "PJSIP/a"), now);

        assertEquals(0, mirror.size());
    }

    @Test
    void writesAnewWhatTheTableHasOtherwise() {
        mirror.take(Events.newchannel("1", "PJSIP/a"), now);
        mirror.take(Events.newchannel("2", "PJSIP/b"), now);
        mirror.written(mirror.pending().versions());

        assertEquals(2, mirror.compareTable(List.of("2", "3")));

        assertEquals(Set.of("1", "3"), mirror.pending().channels().keySet());
        assertEquals(Optional.empty(), mirror.pending().channels().get("3"));
    }

    @Test
    void leavesAloneWhatIsOnItsWayToTheTable() {
        mirror.take(Events.newchannel("1", "PJSIP/a"), now);
        mirror.written(mirror.pending().versions());
        mirror.take(Events.newchannel("2", "PJSIP/b"), now);
        mirror.take(Events.hangup("1", "PJSIP/a"), now);

        assertEquals(0, mirror.compareTable(List.of("1")));
    }

    @Test
    void writesOnlyWhatChanged() {
        mirror.take(Events.newchannel("1", "PJSIP/a"), now);
        mirror.written(mirror.pending().versions());

        mirror.take(Events.newchannel("1", "PJSIP/a"), later(5));

        assertTrue(mirror.pending().versions().isEmpty());
    }

    @Test
    void keepsToBeWrittenWhatChangedWhileItWasBeingWritten() {
        mirror.take(Events.newchannel("1", "PJSIP/a"), now);
        Map<String, Long> writing = mirror.pending().versions();
        mirror.take(Events.up("1", "PJSIP/a"), now);

        mirror.written(writing);

        assertEquals(Set.of("1"), mirror.pending().versions().keySet());
    }

    @Test
    void givesTheSameForEventsThatAreDeliveredTwice() {
        List<AmiEvent> batch = List.of(
                Events.newchannel("1", "PJSIP/a"),
                Events.up("1", "PJSIP/a"),
                Events.newchannel("2", "PJSIP/b"),
                Events.hangup("1", "PJSIP/a"));
        batch.forEach(event -> mirror.take(event, now));
        Collection<Channel> once = mirror.all();

        batch.forEach(event -> mirror.take(event, now));

        assertEquals(once, mirror.all());
    }

    @Test
    void bringsNoGhostBackAfterHangup() {
        listed("1");
        mirror.take(Events.newchannel("2", "PJSIP/b"), later(1));
        mirror.take(Events.hangup("2", "PJSIP/b"), later(1));

        mirror.take(Events.up("2", "PJSIP/b"), later(1));
        mirror.audit(list("1", "2"), now.minusSeconds(2), now);
        mirror.audit(list("1", "2"), now.minusSeconds(2), now);

        assertEquals(Set.of("1"), ids());
    }

    @Test
    void marksAllStaleWhenTheStreamIsLost() {
        listed("1", "2");

        mirror.lost(later(1));

        assertTrue(mirror.all().stream().allMatch(Channel::isStale));
        assertEquals(now, mirror.find("1").orElseThrow().staleSince());
    }

    @Test
    void replacesAllByTheFirstListAfterTheStreamIsOpen() {
        listed("1", "2");
        mirror.lost(later(1));
        mirror.opened(later(5));

        int drift = mirror.audit(list("2", "3"), later(1), later(1));

        assertEquals(Set.of("2", "3"), ids());
        assertFalse(mirror.find("2").orElseThrow().isStale());
        assertEquals(0, drift);
    }

    @Test
    void believesNoListThatWasAskedForBeforeTheStreamWasOpened() {
        listed("1");
        mirror.lost(later(1));
        Instant asked = now;
        assertEquals(0, mirror.audit(list(), asked, later(1)));
        assertTrue(mirror.find("1").orElseThrow().isStale());
        mirror.opened(later(1));

        mirror.audit(list(), asked, later(1));
        assertEquals(Set.of("1"), ids());

        mirror.audit(list(), later(1), later(1));
        assertEquals(Set.of(), ids());
    }

    @Test
    void repairsAtTheNextListAfterAGap() {
        listed("1");

        mirror.gap(later(1));
        mirror.audit(list("2"), later(1), later(1));

        assertEquals(Set.of("2"), ids());
        assertEquals(0, mirror.driftCount());
    }

    @Test
    void countsADifferenceAsDriftOnlyAfterTwoLists() {
        listed("1");

        assertEquals(0, mirror.audit(list("1", "2"), later(1), now));
        assertEquals(Set.of("1"), ids());

        assertEquals(1, mirror.audit(list("1", "2"), later(1), now));
        assertEquals(Set.of("1", "2"), ids());
        assertEquals(1, mirror.driftCount());
    }

    @Test
    void removesAChannelThatTwoListsMiss() {
        listed("1", "2");

        assertEquals(0, mirror.audit(list("1"), later(1), now));
        assertEquals(1, mirror.audit(list("1"), later(1), now));

        assertEquals(Set.of("1"), ids());
    }

    @Test
    void doesNotCallADifferenceDriftThatEventsExplainedMeanwhile() {
        listed("1");
        mirror.audit(list("1", "2"), later(1), now);
        mirror.take(Events.newchannel("2", "PJSIP/2"), later(1));

        assertEquals(0, mirror.audit(list("1", "2"), later(1), now));

        assertEquals(0, mirror.driftCount());
    }

    @Test
    void keepsAChannelThatIsYoungerThanTheList() {
        listed();
        Instant asked = later(1);
        mirror.take(Events.newchannel("1", "PJSIP/1"), later(1));

        mirror.audit(list(), asked, now);
        mirror.audit(list(), asked, now);

        assertEquals(Set.of("1"), ids());
    }

    @Test
    void closesAllAfterARefusalThatLasts() {
        listed("1");
        mirror.lost(later(1));

        mirror.refused(later(1));
        mirror.refused(later(60));
        assertEquals(Set.of("1"), ids());

        mirror.refused(later(1));
        assertEquals(Set.of(), ids());
    }

    @Test
    void countsARefusalAnewAfterAnythingElse() {
        listed("1");
        mirror.lost(later(1));
        mirror.refused(later(1));
        mirror.unreachable();

        mirror.refused(later(100));

        assertEquals(Set.of("1"), ids());
    }

    @Test
    void startsWithTheTablesRowsAsStale() {
        mirror.load(List.of(Channel.first(Events.newchannel("1", "PJSIP/1"), now)), now);
        assertTrue(mirror.find("1").orElseThrow().isStale());

        mirror.opened(later(1));
        mirror.audit(list("1"), later(1), now);

        assertFalse(mirror.find("1").orElseThrow().isStale());
    }

    @Test
    void hasNoChannelsOfAServerThatIsNoLongerOurs() {
        listed("1", "2");

        mirror.clear();

        assertEquals(0, mirror.size());
        assertEquals(Set.of("1", "2"), mirror.pending().channels().keySet());
    }

    @Test
    void ignoresIdsThatFitNoColumn() {
        String hostile = "x".repeat(5000);

        mirror.take(Events.newchannel(hostile, "PJSIP/a"), now);
        mirror.audit(list(hostile), later(1), now);

        assertEquals(0, mirror.size());
    }

    private void listed(String... uniqueids) {
        mirror.opened(now);
        mirror.audit(list(uniqueids), later(1), now);
        mirror.written(mirror.pending().versions());
        later(1);
    }

    private static List<AmiEvent> list(String... uniqueids) {
        return Arrays.stream(uniqueids)
                .map(id -> Events.listed(id, "PJSIP/" + id, "6", "Up"))
                .toList();
    }

    private Set<String> ids() {
        return mirror.all().stream().map(Channel::uniqueid).collect(Collectors.toSet());
    }

    private Instant later(int seconds) {
        now = now.plusSeconds(seconds);
        return now;
    }
}
