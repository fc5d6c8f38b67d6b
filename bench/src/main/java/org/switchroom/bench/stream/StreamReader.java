package org.switchroom.bench.stream;

import java.io.IOException;

/** A client that is logged in to {@link StreamServer}. */
interface StreamReader extends AutoCloseable {

    /** Asks for the stream, and returns when its last event was delivered. */
    void readAll() throws IOException, InterruptedException;

    /** Events delivered so far, whatever they were. */
    long events();

    /** A sum over what was read of the events, so that reading them can't be left out. */
    long sum();

    @Override
    void close() throws IOException;

    /** Logs a reader in. */
    @FunctionalInterface
    interface Opener {
        StreamReader open(int port, int repeats) throws IOException, InterruptedException;
    }
}
