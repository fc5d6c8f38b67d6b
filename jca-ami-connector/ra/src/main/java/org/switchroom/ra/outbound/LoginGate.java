package org.switchroom.ra.outbound;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.switchroom.ami.AmiConnectException;
import org.switchroom.ami.AmiProblem;
import org.switchroom.ra.Backoff;
import org.switchroom.ra.Line;

/**
 * Keeps a crowd of senders from storming a server that does not let us in: while the last login failed (or there was none yet)
 * one tries and the others wait for what it finds, and nobody tries before a pause is over. After a wrong secret, a missing
 * permission class or a user that is logged in elsewhere the pause is {@link #LONG_PAUSE}, because somebody has to mend it first.
 */
final class LoginGate {
    static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    static final Duration LONG_PAUSE = Duration.ofSeconds(5);

    private final LongSupplier nanoTime;
    private final Backoff backoff;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean proven;
    private long notBefore;
    private AmiConnectException lastFailure;

    LoginGate(LongSupplier nanoTime, Backoff backoff) {
        this.nanoTime = nanoTime;
        this.backoff = backoff;
    }

    /** @throws AmiConnectException from this try, or from the last one if its pause is not over */
    Line open(Supplier<Line> login) {
        return proven ? attempt(login) : attemptInTurn(login);
    }

    private Line attemptInTurn(Supplier<Line> login) {
        turn.lock();
        try {
            if (!proven) {
                refuseWhilePausing();
            }
            return attempt(login);
        } finally {
            turn.unlock();
        }
    }

    private void refuseWhilePausing() {
        if (lastFailure == null) {
            return;
        }
        long remaining = notBefore - nanoTime.getAsLong();
        if (remaining > 0) {
            String message = "%s (next try in %d ms)".formatted(lastFailure.getMessage(), remaining / 1_000_000 + 1);
            throw new AmiConnectException(lastFailure.problem(), message, lastFailure, true);
        }
    }

    private Line attempt(Supplier<Line> login) {
        try {
            Line line = login.get();
            succeeded();
            return line;
        } catch (AmiConnectException e) {
            failed(e);
            throw e;
        }
    }

    private void succeeded() {
        turn.lock();
        try {
            proven = true;
            lastFailure = null;
            backoff.reset();
        } finally {
            turn.unlock();
        }
    }

    private void failed(AmiConnectException failure) {
        turn.lock();
        try {
            proven = false;
            lastFailure = failure;
            Duration pause = needsAPerson(failure.problem()) ? LONG_PAUSE : backoff.next();
            notBefore = nanoTime.getAsLong() + pause.toNanos();
        } finally {
            turn.unlock();
        }
    }

    private static boolean needsAPerson(AmiProblem problem) {
        return problem == AmiProblem.WRONG_SECRET
                || problem == AmiProblem.MISSING_CLASS
                || problem == AmiProblem.IN_USE;
    }
}
