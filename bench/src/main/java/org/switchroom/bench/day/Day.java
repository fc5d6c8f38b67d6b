package org.switchroom.bench.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * What is to be done in one run. Of 100 actions 30 are Originates; four calls of five are answered and silent, the others are busy, congested or to unallocated numbers. An
 * answered call is followed by one or two of Setvar, PlayDTMF and Redirect and ended by a Hangup; a tenth of all actions asks: Status, CoreShowChannels, Ping.
 */
final class Day {
    static final int ACTIONS = 100_000;
    static final int CALLS = 30_000;
    /** Clients were at work for so long. */
    static final int SECONDS = 8 * 3600;

    private static final int ANSWERED_PERCENT = 80;
    private static final double ASKED_PER_CALL = 1.0 / 3;
    private static final List<String> WHILE_UP = List.of("Setvar", "PlayDTMF", "Redirect");
    private static final List<String> ASKING = List.of("Status", "Ping", "CoreShowChannels", "Ping", "Status");

    private final String run;
    private final int calls;
    private final Pace pace;
    private final Random random;
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicLong keys = new AtomicLong();
    private volatile long started = System.nanoTime();

    /**
     * How fast calls come.
     *
     * @param gapNanos from one call to the next, 0 if as soon as a client has room
     * @param leastHoldNanos an answered call stays up so long at least, at most twice that
     */
    record Pace(long gapNanos, long leastHoldNanos) {
        static Pace flatOut() {
            return new Pace(0, 1_000_000_000L);
        }

        /** So many times as fast as the day was, with more than 400 calls up at once. */
        static Pace times(double factor) {
            double perSecond = (double) CALLS / SECONDS * factor;
            double answered = perSecond * ANSWERED_PERCENT / 100;
            return new Pace((long) (1e9 / perSecond), (long) (430 / answered / 1.5 * 1e9));
        }
    }

    Day(String run, double scale, Pace pace, long seed) {
        this.run = run;
        this.calls = (int) Math.round(CALLS * scale);
        this.pace = pace;
        this.random = new Random(seed);
    }

    String run() {
        return run;
    }

    int calls() {
        return calls;
    }

    /** Now everybody is there: the clock of its pace starts. */
    void start() {
        started = System.nanoTime();
    }

    boolean isAllBegun() {
        return begun.get() >= calls;
    }

    /** The next call on this server, if one is due now. */
    Optional<Call> next(String server) {
        int number = begun.get();
        if (number >= calls || System.nanoTime() - started < number * pace.gapNanos()) {
            return Optional.empty();
        }
        return begun.compareAndSet(number, number + 1) ? Optional.of(call(number, server)) : Optional.empty();
    }

    private synchronized Call call(int number, String server) {
        boolean answered = random.nextInt(100) < ANSWERED_PERCENT;
        List<String> steps = new ArrayList<>();
        if (answered) {
            steps.add(WHILE_UP.get(random.nextInt(WHILE_UP.size())));
            if (random.nextBoolean()) {
                steps.add(WHILE_UP.get(random.nextInt(WHILE_UP.size())));
            }
        }
        long hold = pace.leastHoldNanos() + (long) (random.nextDouble() * pace.leastHoldNanos());
        return new Call(this, server, dialled(number, answered), steps, hold);
    }

    /** Each number is dialled once, so that the carrier's records tell what was dialled twice. */
    private String dialled(int number, boolean answered) {
        return answered
                ? "9990%s%06d".formatted(digits(), number)
                : "1555%s%06d%d".formatted(digits(), number, 5 + number % 3);
    }

    /** Four digits that belong to this run. */
    String digits() {
        return "%04d".formatted(Math.floorMod(run.hashCode(), 10_000));
    }

    /** What a client asks after a call, now and then. */
    synchronized Optional<Demand> question(String server) {
        return random.nextDouble() < ASKED_PER_CALL
                ? Optional.of(demand(server, ASKING.get(random.nextInt(ASKING.size())), Map.of()))
                : Optional.empty();
    }

    Demand demand(String server, String action, Map<String, String> headers) {
        return new Demand(run + "-" + keys.incrementAndGet(), server, action, headers);
    }

    long demanded() {
        return keys.get();
    }

    static void pause(long nanos) {
        LockSupport.parkNanos(nanos);
    }
}
