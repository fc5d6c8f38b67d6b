package org.switchroom.system.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
import org.awaitility.core.ThrowingRunnable;

/** How long something takes to become true, judged against what was promised. */
final class Stopwatch {
    private static final Duration LOOK = Duration.ofMillis(50);

    private final long begun = System.nanoTime();

    /** Waits until this holds; an error when it does not in this time from the start of the watch. */
    double until(String what, Duration most, ThrowingRunnable holds) {
        Duration left = most.minus(elapsed());
        await(what)
                .atMost(left.isNegative() ? LOOK : left)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK)
                .untilAsserted(holds);
        return seconds();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    double seconds() {
        return elapsed().toMillis() / 1000.0;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f s", seconds());
    }
}
