package org.switchroom.web.push.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FeedReaderTest {
    private static final FeedFilter ALL =
            new FeedFilter(EnumSet.allOf(ChangeKind.class), Optional.empty(), Optional.empty());

    private final Map<ChangeKey, CurrentRow> rows = new HashMap<>();
    private final List<ChangeKey> reads = new ArrayList<>();
    private int queries;
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final FeedCourse course = new FeedCourse("b1", 100, this::read, () -> 1);

    @Test
    void tellsWhatChangedSinceItWasOpened() {
        change(1);
        ToldSink sink = new ToldSink();
        FeedReader reader = open(ALL, sink, null);
        change(2);
        change(3);

        wake(reader);

        assertEquals(List.of("alive b1-1", "action b1-2 row 2", "action b1-3 row 3"), sink.told);
    }

    @Test
    void tellsSeveralChangesOfOneThingOnceAsItIsNow() {
        ToldSink sink = new ToldSink();
        FeedReader reader = open(ALL, sink, null);
        change(7);
        change(8);
        change(7);

        wake(reader);

        assertEquals(List.of("alive b1-0", "action b1-2 row 8", "action b1-3 row 7"), sink.told);
    }

    @Test
    void resumesAfterTheLastEventThatItHad() {
        LongStream.rangeClosed(1, 5).forEach(this::change);

        ToldSink sink = new ToldSink();
        open(ALL, sink, "b1-3");

        assertEquals(List.of("action b1-4 row 4", "action b1-5 row 5", "alive b1-5"), sink.told);
    }

    @Test
    void resumesOverExactlyAsMuchAsIsRemembered() {
        LongStream.rangeClosed(1, 120).forEach(this::change);

        assertTrue(course.remembers(new FeedPosition("b1", 20)));
        assertFalse(course.remembers(new FeedPosition("b1", 19)));
        assertTrue(course.remembers(new FeedPosition("b1", 120)));
    }

    @Test
    void asksForAResyncWhereItsPlaceIsNotKnown() {
        LongStream.rangeClosed(1, 120).forEach(this::change);

        for (String last : List.of("b1-19", "b1-9999", "b0-100", "", "7", "b1--1", "b1-99999999999999999999", "x y")) {
            ToldSink sink = new ToldSink();
            FeedReader reader = open(ALL, sink, last);
            change(9);
            wake(reader);

            String head = Long.toString(course.head());
            String before = Long.toString(course.head() - 1);
            assertEquals(List.of("resync b1-" + before + " {}", "action b1-" + head + " row 9"), sink.told, last);
        }
    }

    @Test
    void waitsUntilAMessageIsWrittenBeforeItSendsTheNext() {
        ToldSink sink = new ToldSink();
        FeedReader reader = open(ALL, sink, null);
        sink.slow = true;
        change(1);
        change(2);
        wake(reader);
        assertEquals(2, sink.told.size());

        change(1);
        wake(reader);
        assertEquals(2, sink.told.size());

        sink.write();
        drain();
        sink.write();
        drain();

        assertEquals(List.of("alive b1-0", "action b1-1 row 1", "action b1-2 row 2", "action b1-3 row 1"), sink.told);
    }

    @Test
    void tellsAReaderThatIsTooFarBehindToReadAnewAndGoesOn() {
        ToldSink sink = new ToldSink();
        FeedReader reader = open(ALL, sink, null);
        sink.slow = true;
        change(1);
        wake(reader);

        LongStream.rangeClosed(2, 102).forEach(this::change);
        sink.slow = false;
        sink.write();
        drain();
        change(1);
        wake(reader);

        assertEquals(List.of("alive b1-0", "action b1-1 row 1", "resync b1-102 {}", "action b1-103 row 1"), sink.told);
        assertFalse(sink.closed);
    }

    @Test
    void closesAReaderWhoseMessageIsOnTheWayForTooLong() {
        ToldSink sink = new ToldSink();
        FeedReader reader = open(ALL, sink, null);
        sink.slow = true;
        change(1);
        wake(reader);

        reader.heartbeat(1 + 30, 30);
        assertFalse(sink.closed);
        reader.heartbeat(1 + 31, 30);

        assertTrue(sink.closed);
    }

    @Test
    void closesAReaderThatIsGone() {
        ToldSink sink = new ToldSink();
        FeedReader reader = open(ALL, sink, null);
        sink.broken = true;
        change(1);

        wake(reader);

        assertTrue(sink.closed);
    }

    @Test
    void heartbeatMovesOnOverWhatTheReaderDoesNotWant() {
        ToldSink sink = new ToldSink();
        FeedReader reader =
                open(new FeedFilter(Set.of(ChangeKind.CHANNEL), Optional.empty(), Optional.empty()), sink, null);
        LongStream.rangeClosed(1, 30).forEach(this::change);
        wake(reader);

        reader.heartbeat(2, 30);
        drain();

        assertEquals(List.of("alive b1-0", "alive b1-30"), sink.told);
        assertEquals(List.of(), reads);
    }

    @Test
    void tellsOfOneServerOnlyIfThatIsWanted() {
        ToldSink sink = new ToldSink();
        FeedReader reader = open(
                new FeedFilter(EnumSet.allOf(ChangeKind.class), Optional.of("pbx2"), Optional.empty()), sink, null);
        rows.put(ChangeKey.action(1), new CurrentRow("pbx1", "anna", "row 1"));
        rows.put(ChangeKey.action(2), new CurrentRow("pbx2", "anna", "row 2"));
        rows.put(ChangeKey.channel("pbx2", "1.1"), new CurrentRow("pbx2", "", "gone"));
        course.add(List.of(
                ChangeKey.action(1),
                ChangeKey.action(2),
                ChangeKey.channel("pbx1", "1.1"),
                ChangeKey.channel("pbx2", "1.1")));

        wake(reader);

        assertEquals(List.of("alive b1-0", "action b1-2 row 2", "channel b1-4 gone"), sink.told);
    }

    @Test
    void tellsOfTheActionsOfOneAccountOnlyIfThatIsWanted() {
        ToldSink sink = new ToldSink();
        FeedReader reader = open(
                new FeedFilter(EnumSet.allOf(ChangeKind.class), Optional.empty(), Optional.of("anna")), sink, null);
        rows.put(ChangeKey.action(1), new CurrentRow("pbx1", "bert", "row 1"));
        rows.put(ChangeKey.action(2), new CurrentRow("pbx2", "anna", "row 2"));
        rows.put(ChangeKey.channel("pbx2", "1.1"), new CurrentRow("pbx2", "", "gone"));
        course.add(List.of(ChangeKey.action(1), ChangeKey.action(2), ChangeKey.channel("pbx2", "1.1")));

        wake(reader);

        assertEquals(List.of("alive b1-0", "action b1-2 row 2", "channel b1-3 gone"), sink.told);
    }

    @Test
    void readsTogetherWhatChangedTogether() {
        FeedReader reader = open(ALL, new ToldSink(), null);
        LongStream.rangeClosed(1, 90).forEach(this::change);
        LongStream.rangeClosed(2, 5).forEach(this::change);

        wake(reader);

        assertEquals(90, Set.copyOf(reads).size());
        assertEquals(90, reads.size());
        assertEquals(1, queries);
    }

    @Test
    void skipsWhatIsNoMore() {
        ToldSink sink = new ToldSink();
        FeedReader reader = open(ALL, sink, null);
        course.add(List.of(ChangeKey.action(99)));

        wake(reader);

        assertEquals(List.of("alive b1-0"), sink.told);
    }

    @Test
    void readsARowOnceForAllReaders() {
        List<FeedReader> readers = new ArrayList<>();
        LongStream.range(0, 5).forEach(i -> readers.add(open(ALL, new ToldSink(), null)));
        change(1);

        readers.forEach(this::wake);

        assertEquals(List.of(ChangeKey.action(1)), reads);
    }

    private void change(long id) {
        rows.put(ChangeKey.action(id), new CurrentRow("pbx1", "anna", "row " + id));
        course.add(List.of(ChangeKey.action(id)));
    }

    private Map<ChangeKey, CurrentRow> read(List<ChangeKey> keys) {
        queries++;
        reads.addAll(keys);
        Map<ChangeKey, CurrentRow> found = new HashMap<>(rows);
        found.keySet().retainAll(keys);
        return found;
    }

    private FeedReader open(FeedFilter filter, ToldSink sink, String last) {
        FeedReader reader = new FeedReader(course, filter, sink, tasks::add, Optional.ofNullable(last));
        wake(reader);
        return reader;
    }

    private void wake(FeedReader reader) {
        reader.wake();
        drain();
    }

    private void drain() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }
}
