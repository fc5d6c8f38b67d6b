package org.switchroom.audit.control;

import jakarta.transaction.Synchronization;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a transaction did so far; handed over once, when it is about to commit. A transaction that is rolled back did nothing. */
public final class TransactionEnd implements Synchronization {
    private final List<AuditChain.Deed> deeds = new ArrayList<>();
    private final Consumer<List<AuditChain.Deed>> append;

    public TransactionEnd(Consumer<List<AuditChain.Deed>> append) {
        this.append = append;
    }

    public void add(AuditChain.Deed deed) {
        deeds.add(deed);
    }

    @Override
    public void beforeCompletion() {
        append.accept(List.copyOf(deeds));
    }

    @Override
    public void afterCompletion(int status) {
        deeds.clear();
    }
}
