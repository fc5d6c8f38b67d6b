package org.switchroom.ami.session;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.switchroom.ami.AmiLostException;
import org.switchroom.ami.AmiNotSentException;

/**
 * Writes frames one at a time. A blocking stream and not a channel, because a channel is closed when the writing thread is
 * interrupted, and the threads are the application's. A stream can't time out by itself: {@link SessionClock} looks at
 * {@link #isBlocked} and closes the socket, which wakes the writer up with an error.
 */
final class SocketWriter {
    private final String serverName;
    private final OutputStream out;
    private final long timeoutNanos;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile boolean closed;
    private volatile boolean writing;
    private volatile long writingSince;

    SocketWriter(String serverName, OutputStream out, Duration timeout) {
        this.serverName = serverName;
        this.out = out;
        this.timeoutNanos = timeout.toNanos();
    }

    /**
     * Writes a whole frame.
     *
     * @throws AmiNotSentException if it was not this frame's turn in time, or the session is closed: no byte was written
     * @throws AmiLostException if writing failed: some bytes may have been written
     */
    void write(byte[] frame) {
        awaitTurn();
        try {
            if (closed) {
                throw new AmiNotSentException(serverName, "session is closed", null);
            }
            writingSince = System.nanoTime();
            writing = true;
            out.write(frame);
            out.flush();
        } catch (IOException e) {
            throw new AmiLostException(serverName, "write failed: " + e.getMessage(), e);
        } finally {
            writing = false;
            turn.unlock();
        }
    }

    private void awaitTurn() {
        boolean mine = turn.tryLock();
        try {
            if (!mine && !turn.tryLock(timeoutNanos, TimeUnit.NANOSECONDS)) {
                throw new AmiNotSentException(serverName, "an earlier write blocks", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AmiNotSentException(serverName, "interrupted before the write", e);
        }
    }

    /** From now on nothing is written; a write under way goes on until its socket is closed. */
    void close() {
        closed = true;
    }

    /** Whether a write has been blocking for longer than it may. */
    boolean isBlocked(long nowNanos) {
        return writing && nowNanos - writingSince > timeoutNanos;
    }
}
