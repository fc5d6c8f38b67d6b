package org.switchroom.ra.inbound;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** How the transaction of one delivery ended. Without a transaction a delivery is taken when it returns. */
final class TransactionOutcome implements Synchronization {
    private final TransactionSynchronizationRegistry transactions;
    private volatile boolean taken = true;

    TransactionOutcome(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /** Looks at the calling thread's transaction, if there is one. */
    void watch() {
        if (transactions != null && transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            taken = false;
            transactions.registerInterposedSynchronization(this);
        }
    }

    boolean isTaken() {
        return taken;
    }

    @Override
    public void beforeCompletion() {
        // only the end counts
    }

    @Override
    public void afterCompletion(int status) {
        taken = status == Status.STATUS_COMMITTED;
    }
}
