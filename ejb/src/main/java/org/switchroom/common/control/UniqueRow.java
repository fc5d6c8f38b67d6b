package org.switchroom.common.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.function.Supplier;

/** Stores what is new. Whether its key is free was asked before; of two who ask at the same moment the database takes one. */
public final class UniqueRow {
    private UniqueRow() {}

    /**
     * Inserts it at once, in the caller's transaction.
     *
     * @param taken what is thrown if somebody else has just stored one of this key
     */
    public static void store(EntityManager entities, Object row, Supplier<? extends RuntimeException> taken) {
        try {
            entities.persist(row);
            entities.flush();
        } catch (PersistenceException e) {
            throw DatabaseProblem.of(e) == DatabaseProblem.DUPLICATE_KEY ? taken.get() : e;
        }
    }
}
