package org.switchroom.monitoring.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.switchroom.ami.AmiEventStreams;
import org.switchroom.ami.AmiServerStatistics;
import org.switchroom.server.control.AppliedEvents;
import org.switchroom.server.control.ServerDirectory;
import org.switchroom.server.control.ServerFacts;

/**
 * Counts that no event gets lost between the socket and the tables: what came in is applied, counted as dropped, or still waits. A
 * sample between two moments of rest must come out even; while events flow, up to a few batches are on the way.
 */
@ApplicationScoped
public class EventBalance {
    /** So many events can be between the counters while they flow: a batch under way and markers of the stream in the buffer. */
    private static final long ON_THE_WAY = 2_000;

    record Sample(long in, long applied, long dropped, long waiting) {
        Sample since(Sample start) {
            return new Sample(in - start.in, applied - start.applied, dropped - start.dropped, waiting);
        }

        long missing() {
            return in - applied - dropped - waiting;
        }
    }

    private static final class Account {
        private Sample start;
        private Sample last;
        private Optional<String> off = Optional.empty();

        void take(String serverName, Sample now) {
            boolean rest = now.equals(last) && now.waiting() == 0;
            boolean begunAnew = start != null && now.in() < start.in();
            last = now;
            if (start == null || begunAnew) {
                start = rest ? now : null;
                off = Optional.empty();
                return;
            }
            Sample counted = now.since(start);
            long missing = counted.missing();
            if (rest || Math.abs(missing) > ON_THE_WAY) {
                off = missing == 0 ? Optional.empty() : Optional.of(words(serverName, counted));
            }
        }

        private static String words(String serverName, Sample counted) {
            return "%s: %d events came in, %d were applied, %d dropped, %d wait: %d are %s"
                    .formatted(
                            serverName,
                            counted.in(),
                            counted.applied(),
                            counted.dropped(),
                            counted.waiting(),
                            Math.abs(counted.missing()),
                            counted.missing() > 0 ? "missing" : "too many");
        }
    }

    private final Map<String, Account> accounts = new HashMap<>();

    private final AmiEventStreams streams;
    private final AppliedEvents applied;
    private final ServerDirectory directory;

    @Inject
    EventBalance(AmiEventStreams streams, AppliedEvents applied, ServerDirectory directory) {
        this.streams = streams;
        this.applied = applied;
        this.directory = directory;
    }

    /** For the container's proxy only. */
    protected EventBalance() {
        this(null, null, null);
    }

    /** Takes the next sample of every server that is switched on. */
    synchronized void sample() {
        Map<String, Sample> now = new TreeMap<>();
        for (ServerFacts server : directory.all()) {
            if (server.enabled()) {
                streams.statistics(server.name()).ifPresent(figures -> now.put(server.name(), read(figures)));
            }
        }
        accounts.keySet().retainAll(now.keySet());
        now.forEach((name, sample) ->
                accounts.computeIfAbsent(name, key -> new Account()).take(name, sample));
    }

    /** Servers whose events do not come out even, in words. */
    synchronized List<String> offenders() {
        return accounts.values().stream()
                .map(account -> account.off)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
    }

    /** What is applied is read before what came in, so that an event between the two readings is on the way and not too many. */
    private Sample read(AmiServerStatistics figures) {
        long appliedCount = applied.count(figures.getServerName());
        long dropped = figures.getDroppedEventsCount();
        long waiting = figures.getBufferedCount() + figures.getSpilledCount();
        return new Sample(figures.getEventsInCount(), appliedCount, dropped, waiting);
    }
}
