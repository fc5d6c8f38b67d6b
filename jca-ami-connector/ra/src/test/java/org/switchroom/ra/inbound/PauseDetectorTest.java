package org.switchroom.ra.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.AmiSignal.StreamPaused;
import org.switchroom.ra.AdapterSettings;
import org.switchroom.ra.ServerMeter;

class PauseDetectorTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");

    private final PauseDetector detector = new PauseDetector(AdapterSettings.DEFAULT, new ServerMeter("pbx1"), 0);
    private final List<Duration> told = new ArrayList<>();
    private Duration clockSet = Duration.ZERO;

    /** The server's clock stands right and is compared with ours; its events come at once. */
    @BeforeEach
    void comparesTheClocks() {
        looks(0);
        pong(0);
        event(10, 10);
    }

    @Test
    void anEventThatWasHeldBackTellsOfAPause() {
        event(500, 3_500);
        looks(3_600);

        assertEquals(List.of(Duration.ofSeconds(3)), told);
    }

    @Test
    void aClockThatIsSetForwardIsNoPause() {
        clockSet = Duration.ofHours(1);
        event(700, 700);
        pong(800);
        event(900, 900);
        looks(1_000);

        assertEquals(List.of(), told);
    }

    @Test
    void aPauseIsToldAfterTheClockWasSetBack() {
        event(500, 3_500);
        looks(3_600);
        clockSet = Duration.ofHours(-1);
        event(3_700, 3_700);
        pong(3_800);
        event(4_000, 6_000);
        looks(6_100);

        assertEquals(List.of(Duration.ofSeconds(3), Duration.ofSeconds(2)), told);
    }

    private void looks(long millis) {
        detector.look(nanos(millis), wall(millis)).ifPresent(signal -> told.add(((StreamPaused) signal).length()));
    }

    private void pong(long millis) {
        looks(millis);
        detector.heard(nanos(millis), wall(millis));
        long at = wall(millis).toEpochMilli();
        detector.pong(new Message(Map.of("Timestamp", stamp(millis)), wall(millis)), 0, at, at);
    }

    private void event(long arose, long came) {
        looks(came);
        detector.heard(nanos(came), wall(came));
        detector.event(new Message(Map.of("Timestamp", stamp(arose)), wall(came)));
    }

    private static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    private Instant wall(long millis) {
        return BEGIN.plusMillis(millis).plus(clockSet);
    }

    private static String stamp(long millis) {
        Instant at = BEGIN.plusMillis(millis);
        return "%d.%03d000".formatted(at.getEpochSecond(), at.getNano() / 1_000_000);
    }

    private record Message(Map<String, String> headers, Instant receivedAt) implements AmiEvent, AmiResponse {
        @Override
        public String event() {
            return "Newstate";
        }

        @Override
        public int size() {
            return headers.size();
        }

        @Override
        public String name(int index) {
            return List.copyOf(headers.keySet()).get(index);
        }

        @Override
        public String value(int index) {
            return List.copyOf(headers.values()).get(index);
        }

        @Override
        public Optional<String> first(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        @Override
        public List<String> all(String name) {
            return first(name).stream().toList();
        }

        @Override
        public List<String> output() {
            return List.of();
        }

        @Override
        public List<AmiEvent> listEvents() {
            return List.of();
        }
    }
}
