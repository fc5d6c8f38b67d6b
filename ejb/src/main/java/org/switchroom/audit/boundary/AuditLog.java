package org.switchroom.audit.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import org.switchroom.audit.control.AuditChain;
import org.switchroom.audit.control.TransactionEnd;
import org.switchroom.audit.entity.Actor;
import org.switchroom.audit.entity.AuditEntry;

/**
 * Where features tell what a person did. An entry is stored with the caller's transaction or not at all. It is appended when that
 * transaction is about to commit, so that what everybody has to lock is locked last and shortest.
 */
@Stateless
public class AuditLog {
    @PersistenceContext
    private EntityManager entities;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    @Inject
    private AuditChain chain;

    @Inject
    private CurrentActor current;

    /** Done by whoever the request belongs to; without a request by the system. */
    public void record(AuditEntry entry) {
        record(actor(), entry);
    }

    /** Done by somebody else than the request says, for example by one who is just signing in. */
    public void record(Actor actor, AuditEntry entry) {
        TransactionEnd end = (TransactionEnd) transaction.getResource(TransactionEnd.class);
        if (end == null) {
            end = new TransactionEnd(this::append);
            transaction.putResource(TransactionEnd.class, end);
            transaction.registerInterposedSynchronization(end);
        }
        end.add(new AuditChain.Deed(actor, entry));
    }

    private void append(List<AuditChain.Deed> deeds) {
        entities.flush(); // what it locks is locked before the chain's end is
        chain.append(deeds);
    }

    private Actor actor() {
        try {
            return current.actor();
        } catch (ContextNotActiveException e) {
            return Actor.SYSTEM;
        }
    }
}
