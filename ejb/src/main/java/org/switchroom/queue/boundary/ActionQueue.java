package org.switchroom.queue.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.queue.control.ActionArchive;
import org.switchroom.queue.control.ActionSubmit;
import org.switchroom.queue.control.Cancellation;
import org.switchroom.queue.entity.ActionFilter;
import org.switchroom.queue.entity.ActionRequest;
import org.switchroom.queue.entity.ActionRow;
import org.switchroom.queue.entity.ActionStatus;
import org.switchroom.queue.entity.ActionTransition;
import org.switchroom.queue.entity.Submitted;

/** The central queue for our own code, pages and REST: the same rules as for a row that a SQL client inserts. */
@Stateless
@DatabaseTurn
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ActionQueue {
    @Inject
    private ActionSubmit submit;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Cancellation cancellation;

    /**
     * Checks and stores an action; it is durable when this returns, and is being sent.
     *
     * @param by account that is answerable for it
     * @throws org.switchroom.queue.catalogue.ActionRefusedException if it can't be valid; nothing is stored
     */
    public Submitted submit(ActionRequest request, String by) {
        return submit.submit(request, by, false);
    }

    /** The action of this id, hot or in history. */
    public Optional<ActionRow> find(long id) {
        return archive().find(id);
    }

    /** Its steps in order. */
    public List<ActionTransition> transitions(long id) {
        return archive().transitions(id);
    }

    /**
     * Actions, newest first.
     *
     * @param offset how many to leave out, 0 or more
     * @param limit 1 to 500
     */
    public List<ActionRow> list(ActionFilter filter, int offset, int limit) {
        return archive().list(filter, offset, limit);
    }

    /** How many the filter lets through, counted up to 10,000. */
    public int count(ActionFilter filter) {
        return archive().count(filter);
    }

    /** Rows of the hot table by status; a status without rows is 0. */
    public Map<ActionStatus, Long> countsByStatus() {
        Map<ActionStatus, Long> counts = new EnumMap<>(ActionStatus.class);
        for (ActionStatus status : ActionStatus.values()) {
            counts.put(status, 0L);
        }
        counts.putAll(archive().countsByStatus());
        return counts;
    }

    /**
     * Withdraws an action that was not claimed yet.
     *
     * @return whether it was withdrawn; false if it had been claimed or ended already, or is unknown
     */
    public boolean cancel(long id, String by) {
        return cancellation.cancel(id, by);
    }

    private ActionArchive archive() {
        return new ActionArchive(entities);
    }
}
