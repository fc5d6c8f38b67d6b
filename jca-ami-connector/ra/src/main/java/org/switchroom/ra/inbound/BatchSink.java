package org.switchroom.ra.inbound;

import org.switchroom.ami.AmiBatch;

/** Where batches go. Used by one thread. */
interface BatchSink extends AutoCloseable {

    /** @throws UndeliveredException if the batch must be delivered again */
    void deliver(AmiBatch batch);

    @Override
    void close();
}
