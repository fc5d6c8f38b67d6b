package org.switchroom.ra.outbound;

import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what a connection tells its container. */
final class RecordingPool implements ConnectionEventListener {
    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicInteger errors = new AtomicInteger();

    int closedCount() {
        return closed.get();
    }

    int errorCount() {
        return errors.get();
    }

    @Override
    public void connectionClosed(ConnectionEvent event) {
        closed.incrementAndGet();
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
        errors.incrementAndGet();
    }

    @Override
    public void localTransactionStarted(ConnectionEvent event) {
        throw new AssertionError("AMI has no transactions");
    }

    @Override
    public void localTransactionCommitted(ConnectionEvent event) {
        throw new AssertionError("AMI has no transactions");
    }

    @Override
    public void localTransactionRolledback(ConnectionEvent event) {
        throw new AssertionError("AMI has no transactions");
    }
}
