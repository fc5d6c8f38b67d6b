package org.switchroom.ra.inbound;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;

/** One transaction that is always active and ends as the test says. */
final class StubTransactions implements TransactionSynchronizationRegistry {
    private final List<Synchronization> watching = new ArrayList<>();

    void end(int status) {
        watching.forEach(watcher -> watcher.afterCompletion(status));
        watching.clear();
    }

    @Override
    public void registerInterposedSynchronization(Synchronization watcher) {
        watching.add(watcher);
    }

    @Override
    public int getTransactionStatus() {
        return Status.STATUS_ACTIVE;
    }

    @Override
    public Object getTransactionKey() {
        return this;
    }

    @Override
    public void putResource(Object key, Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object getResource(Object key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setRollbackOnly() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean getRollbackOnly() {
        throw new UnsupportedOperationException();
    }
}
