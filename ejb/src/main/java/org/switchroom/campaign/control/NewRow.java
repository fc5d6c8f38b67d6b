package org.switchroom.campaign.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import org.switchroom.common.control.DatabaseException;

/** Stores what is new. Whether its key is free was asked before; of two who ask at the same moment the database takes one. */
final class NewRow {
    private NewRow() {}

    /** @throws CampaignTakenException if somebody else has just stored one of this key */
    static void store(EntityManager entities, Object row, String what, String key) {
        try {
            entities.persist(row);
            entities.flush();
        } catch (PersistenceException e) {
            if (new DatabaseException(e).isDuplicateKey()) {
                throw new CampaignTakenException(what, key);
            }
            throw e;
        }
    }
}
