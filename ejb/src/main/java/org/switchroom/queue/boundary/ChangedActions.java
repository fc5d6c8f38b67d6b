package org.switchroom.queue.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import org.switchroom.queue.control.ActionArchive;
import org.switchroom.queue.entity.ActionRow;

/**
 * What changed actions are now, for the one reader on this node that tells all others. It does not wait for a turn behind those who
 * submit: it needs one connection only, and the more is submitted, the more there is to tell.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChangedActions {
    @PersistenceContext
    private EntityManager entities;

    /** The actions of these ids, hot or in history, in no order; what is not there is left out. */
    public List<ActionRow> find(Set<Long> ids) {
        return new ActionArchive(entities).find(ids);
    }
}
