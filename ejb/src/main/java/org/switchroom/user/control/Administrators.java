package org.switchroom.user.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.switchroom.user.entity.UserAccount;

/** Those who may administer: there is always one. */
public final class Administrators {
    private static final String OTHERS = """
            select a from UserAccount a
             where a.enabled = true and 'admin' member of a.roles and a.name <> :name order by a.id\
            """;

    private Administrators() {}

    /**
     * Two that take each other's role at the same moment wait here for each other.
     *
     * @throws LastAdministratorException if nobody but this one is
     */
    public static void needAnother(EntityManager entities, String name) {
        boolean none = entities.createQuery(OTHERS, UserAccount.class)
                .setParameter("name", name)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .isEmpty();
        if (none) {
            throw new LastAdministratorException();
        }
    }
}
