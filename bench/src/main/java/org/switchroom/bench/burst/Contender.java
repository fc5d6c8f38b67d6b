package org.switchroom.bench.burst;

import java.io.IOException;

/** A client of the manager interface with a listener behind it. */
interface Contender extends AutoCloseable {

    /**
     * Asks for an answer on the way on which it sends its actions, and waits for it.
     *
     * @return milliseconds
     * @throws IOException if the connection is gone
     */
    double ping() throws IOException, InterruptedException;

    @Override
    void close();
}
