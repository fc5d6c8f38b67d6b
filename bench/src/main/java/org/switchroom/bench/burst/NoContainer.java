package org.switchroom.bench.burst;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.XATerminator;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Timer;

/** Starts an adapter that needs nothing of a container. */
final class NoContainer implements BootstrapContext {

    @Override
    public WorkManager getWorkManager() {
        throw new UnsupportedOperationException();
    }

    @Override
    public XATerminator getXATerminator() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Timer createTimer() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isContextSupported(Class<? extends WorkContext> kind) {
        return false;
    }

    @Override
    public TransactionSynchronizationRegistry getTransactionSynchronizationRegistry() {
        return null;
    }
}
