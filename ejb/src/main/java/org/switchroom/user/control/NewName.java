package org.switchroom.user.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import org.switchroom.common.control.DatabaseException;

/** Stores what nobody had the name of a moment ago. */
public final class NewName {
    private NewName() {}

    /** @throws NameTakenException if somebody else took the name meanwhile */
    public static void store(EntityManager entities, Object entity, String what, String name) {
        try {
            entities.persist(entity); // inserts at once, for the id
        } catch (PersistenceException e) {
            if (new DatabaseException(e).isDuplicateKey()) {
                throw new NameTakenException(what, name);
            }
            throw e;
        }
    }
}
