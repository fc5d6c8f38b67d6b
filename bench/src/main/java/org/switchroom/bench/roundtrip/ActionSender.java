package org.switchroom.bench.roundtrip;

import java.io.IOException;

/** A way of sending an action and waiting for its answer; used by many threads at once. */
interface ActionSender extends AutoCloseable {

    /** The actions that are measured. */
    enum Kind {
        /** Until it is answered. */
        PING,
        /** Until it is answered. */
        ORIGINATE,
        /** An Originate, until its OriginateResponse has come. */
        CALL
    }

    void send(Kind kind) throws IOException;

    @Override
    void close();
}
