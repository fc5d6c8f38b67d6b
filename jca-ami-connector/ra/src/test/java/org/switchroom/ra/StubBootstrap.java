package org.switchroom.ra;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.XATerminator;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Timer;

/** A container that gives an adapter nothing at all. */
public final class StubBootstrap implements BootstrapContext {

    @Override
    public WorkManager getWorkManager() {
        throw new UnsupportedOperationException("the adapter has its own threads");
    }

    @Override
    public XATerminator getXATerminator() {
        throw new UnsupportedOperationException("the adapter imports no transactions");
    }

    @Override
    public Timer createTimer() {
        throw new UnsupportedOperationException("the adapter has its own threads");
    }

    @Override
    public boolean isContextSupported(Class<? extends WorkContext> workContextClass) {
        return false;
    }

    @Override
    public TransactionSynchronizationRegistry getTransactionSynchronizationRegistry() {
        return null;
    }
}
