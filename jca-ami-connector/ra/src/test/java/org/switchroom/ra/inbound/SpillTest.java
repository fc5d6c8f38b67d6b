package org.switchroom.ra.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ami.AmiSignal;
import org.switchroom.ra.ServerMeter;
import org.switchroom.ra.StubEvent;

class SpillTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000, 123_000_000);

    @TempDir
    private Path parent;

    private final ServerMeter meter = new ServerMeter("pbx1");

    @Test
    void keepsTheOrderThroughMemoryAndDiskHoweverFastWhoIs() throws InterruptedException {
        long seed = Long.getLong("switchroom.seed", System.nanoTime());
        Random random = new Random(seed);
        SignalBuffer buffer = buffer(100, 1 << 30);
        List<Integer> taken = new ArrayList<>();
        int sent = 0;
        while (sent < 200_000) {
            int burst = random.nextInt(3000);
            for (int i = 0; i < burst; i++) {
                buffer.event(StubEvent.numbered(++sent));
            }
            int wanted = taken.size() + random.nextInt(3000);
            while (taken.size() < Math.min(wanted, sent)) {
                taken.addAll(numbers(buffer.take(1 + random.nextInt(500))));
            }
        }
        buffer.end();
        taken.addAll(rest(buffer));

        assertEquals(IntStream.rangeClosed(1, sent).boxed().toList(), taken, "seed " + seed);
        assertTrue(meter.getSpilledTotalCount() > 1000, "spilled " + meter.getSpilledTotalCount());
        assertEquals(0, meter.getSpilledCount());
        assertEquals(0, meter.getSpilledBytes());
        assertEquals(0, meter.getGapCount());
    }

    @Test
    void onlyTheOwnerMayLookIntoTheFolderAndNoFileStays() throws Exception {
        SignalBuffer buffer = buffer(100, 1 << 30);
        for (int i = 1; i <= 20_000; i++) {
            buffer.event(StubEvent.numbered(i));
        }

        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
        buffer.end();
        assertEquals(20_000, rest(buffer).size());
        assertEquals(List.of(), files());
    }

    @Test
    void beyondItsBoundAGapStandsWhereEventsAreMissing() throws InterruptedException {
        SignalBuffer buffer = buffer(100, 100_000);
        for (int i = 1; i <= 50_000; i++) {
            buffer.event(StubEvent.numbered(i));
        }
        int kept = 50_000 - (int) meter.getDroppedEventsCount();

        List<AmiSignal> all = new ArrayList<>();
        while (all.size() < kept) {
            all.addAll(buffer.take(50));
        }
        buffer.event(StubEvent.numbered(50_001));
        buffer.end();
        all.addAll(signals(buffer));

        assertTrue(kept > 1000 && kept < 3000, "kept " + kept);
        assertEquals(IntStream.rangeClosed(1, kept).boxed().toList(), numbers(all.subList(0, kept)));
        assertEquals(
                50_000 - kept,
                all.stream()
                        .filter(AmiSignal.StreamGap.class::isInstance)
                        .mapToLong(gap -> ((AmiSignal.StreamGap) gap).droppedCount())
                        .sum());
        assertEquals(StubEvent.numbered(50_001).text("Number"), ((AmiEvent) all.get(all.size() - 1)).text("Number"));
        assertEquals(1, meter.getGapCount());
    }

    @Test
    void aDiskThatRefusesCostsAGapAndNoMore() throws Exception {
        Files.writeString(folder(), "a file where the folder should be");
        SignalBuffer buffer = buffer(100, 1 << 30);
        for (int i = 1; i <= 20_000; i++) {
            buffer.event(StubEvent.numbered(i));
        }
        buffer.stream(new AmiSignal.StreamLost(NOW, "lost"));
        buffer.take(100);

        List<AmiSignal> all = new ArrayList<>();
        while (all.isEmpty() || !(all.get(all.size() - 1) instanceof AmiSignal.StreamLost)) {
            all.addAll(buffer.take(1000));
        }

        assertEquals(new AmiSignal.StreamLost(NOW, "lost"), all.get(all.size() - 1));
        assertTrue(all.get(all.size() - 2) instanceof AmiSignal.StreamGap);
        assertEquals(20_000 - 100, all.size() - 2 + meter.getDroppedEventsCount());
    }

    @Test
    void filesOfAnEarlierProcessAreDeleted() throws Exception {
        Files.createDirectory(folder());
        Files.writeString(folder().resolve("7.spill"), "left");
        Files.writeString(folder().resolve("note.txt"), "not ours");

        new SpillFolder(folder());

        try (Stream<Path> left = Files.list(folder())) {
            assertEquals(List.of(folder().resolve("note.txt")), left.toList());
        }
    }

    @Test
    void everyKindOfSignalComesBackAsItWas() {
        List<AmiSignal> all = List.of(
                new AmiSignal.StreamOpened(NOW, "11.0.0", "22.10.1"),
                new AmiSignal.StreamLost(NOW, "because \u00e4"),
                new AmiSignal.StreamGap(NOW, 7),
                new AmiSignal.StreamRefused(NOW, AmiProblem.IN_USE, "in use"),
                new AmiSignal.StreamSilent(NOW, NOW.minusSeconds(2)),
                new AmiSignal.StreamSpoke(NOW),
                new AmiSignal.StreamPaused(NOW, NOW, Duration.ofSeconds(3), Optional.of(Duration.ofMillis(5)), 1.5),
                new AmiSignal.StreamPaused(NOW, NOW, Duration.ofSeconds(3), Optional.empty(), 0));
        for (AmiSignal signal : all) {
            assertEquals(signal, again(signal));
        }
        AmiEvent event = (AmiEvent) again(new StubEvent("Newchannel", 5, NOW));

        assertEquals(AmiSignal.class.getPermittedSubclasses().length, all.size());
        assertEquals("Newchannel", event.event());
        assertEquals("5", event.text("Number"));
        assertEquals(NOW, event.receivedAt());
        assertFalse(event.first("Nothing").isPresent());
    }

    private static AmiSignal again(AmiSignal signal) {
        byte[] payload = SignalCodec.payload(signal);
        ByteBuffer bytes = ByteBuffer.allocate(SignalCodec.HEAD_BYTES + payload.length);
        SignalCodec.record(signal, payload, bytes);
        return new SignalCodec().read(bytes.flip());
    }

    private static List<Integer> rest(SignalBuffer buffer) throws InterruptedException {
        return numbers(signals(buffer));
    }

    private static List<AmiSignal> signals(SignalBuffer buffer) throws InterruptedException {
        List<AmiSignal> all = new ArrayList<>();
        List<AmiSignal> some = buffer.take(500);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = buffer.take(500);
        }
        return all;
    }

    private static List<Integer> numbers(List<AmiSignal> signals) {
        return signals.stream()
                .map(signal -> Integer.valueOf(((AmiEvent) signal).text("Number")))
                .toList();
    }

    private Path folder() {
        return parent.resolve("spill");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.toList();
        }
    }

    private SignalBuffer buffer(int signals, long spillBytes) {
        Spill spill = new Spill("pbx1", new SpillFolder(folder()), spillBytes);
        return new SignalBuffer("pbx1", signals, 1 << 30, spill, meter, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
