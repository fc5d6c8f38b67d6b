package org.switchroom.ra.inbound;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.switchroom.ami.AmiEvent;
import org.switchroom.ami.AmiResponse;
import org.switchroom.ami.AmiSignal;
import org.switchroom.ra.AdapterSettings;
import org.switchroom.ra.ServerMeter;

/**
 * What one session knows of its server's pauses. A pause is told one look after its end, so that the delay of the events that came
 * with it is known. Guarded by its session.
 */
final class PauseDetector {
    private static final long LOAD_NANOS = Duration.ofSeconds(10).toNanos();

    /** No clock is slewed so far between two reads; one that is late by so much does no harm but to forget. */
    private static final long CLOCK_SET_MILLIS = 100;

    private record Load(long at, long events) {}

    private record Ended(Instant startedAt, Duration length, double eventsPerSecond) {}

    private final SilenceWatch watch;
    private final ServerClock serverClock = new ServerClock();
    private final ServerMeter meter;
    private final Duration shortest;
    private final Deque<Load> loads = new ArrayDeque<>();
    private Ended ended;
    private long longestDelayMillis = -1;
    private Instant lastEnd = Instant.MIN;
    private boolean delayKnown;
    private long wallAheadMillis;

    PauseDetector(AdapterSettings settings, ServerMeter meter, long now) {
        this.watch = new SilenceWatch(settings.eventPingInterval(), settings.shortestPause(), now);
        this.meter = meter;
        this.shortest = settings.shortestPause();
    }

    SilenceWatch watch() {
        return watch;
    }

    /** Once an interval; the pause that ended since the last look, if there was one. */
    Optional<AmiSignal> look(long now, Instant at) {
        watch.look(now);
        meter.silent(watch.silence(now));
        Optional<AmiSignal> told = Optional.empty();
        if (ended != null) {
            Optional<Duration> delay =
                    longestDelayMillis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(longestDelayMillis));
            told = Optional.of(
                    new AmiSignal.StreamPaused(at, ended.startedAt(), ended.length(), delay, ended.eventsPerSecond()));
            ended = null;
        }
        longestDelayMillis = -1;
        if (watch.silence(now).isZero()) {
            sample(now);
        }
        return told;
    }

    /** Bytes came. A wall clock that was set since the last ones tells nothing of how long they were under way. */
    void heard(long now, Instant at) {
        long wallAhead = at.toEpochMilli() - TimeUnit.NANOSECONDS.toMillis(now);
        if (Math.abs(wallAhead - wallAheadMillis) > CLOCK_SET_MILLIS) {
            serverClock.forget();
        }
        wallAheadMillis = wallAhead;
        watch.heard(now).ifPresent(length -> ended(at.minus(length), at, length));
        delayKnown = watch.stoodStill(now);
    }

    /** The first event of what was read tells how long events were held back. */
    void event(AmiEvent event) {
        if (delayKnown) {
            return;
        }
        delayKnown = true;
        Instant at = event.receivedAt();
        OptionalLong delay = serverClock.delayMillis(event.text("Timestamp"), at.toEpochMilli());
        if (delay.isPresent()) {
            long millis = delay.getAsLong();
            meter.eventDelay(millis);
            longestDelayMillis = Math.max(longestDelayMillis, millis);
            Instant arose = at.minusMillis(millis);
            boolean told = !arose.isAfter(lastEnd) && !at.isBefore(lastEnd); // else the wall clock was set back
            if (ended == null && millis >= shortest.toMillis() && !told) {
                ended(arose, at, Duration.ofMillis(millis));
            }
        }
    }

    /** A Ping was answered. */
    void pong(AmiResponse pong, long roundTripNanos, long sentAt, long answeredAt) {
        meter.pinged(roundTripNanos);
        serverClock.take(pong.text("Timestamp"), sentAt, answeredAt);
    }

    private void ended(Instant startedAt, Instant at, Duration length) {
        meter.paused(length);
        lastEnd = at;
        ended = new Ended(startedAt, length, eventsPerSecond());
    }

    private void sample(long now) {
        loads.addLast(new Load(now, meter.getEventsInCount()));
        while (loads.size() > 2 && now - loads.peekFirst().at() > LOAD_NANOS) {
            loads.removeFirst();
        }
    }

    private double eventsPerSecond() {
        if (loads.size() < 2) {
            return 0;
        }
        Load first = loads.peekFirst();
        Load last = loads.peekLast();
        return (last.events() - first.events()) * 1e9 / (last.at() - first.at());
    }
}
