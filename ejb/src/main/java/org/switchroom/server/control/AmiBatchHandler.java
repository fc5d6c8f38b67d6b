package org.switchroom.server.control;

import org.switchroom.ami.AmiBatch;

/**
 * Takes the events of the servers for one feature. All handlers are called in the order of {@link #position()} within one
 * transaction per batch; a failed batch is delivered again, so a handler is idempotent. Batches of one server come one at a time.
 */
public interface AmiBatchHandler {

    /** Place in the order of handlers, lower first: server 10, channel 20, queue 30, call 40. */
    int position();

    void onBatch(AmiBatch batch);
}
