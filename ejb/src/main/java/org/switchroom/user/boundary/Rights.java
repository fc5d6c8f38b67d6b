package org.switchroom.user.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.switchroom.common.Scope;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.user.entity.PersonRights;
import org.switchroom.user.entity.Role;
import org.switchroom.user.entity.UserAccount;
import org.switchroom.user.entity.UserGroup;

/** What a person may see and do: administrators everything, others what their group lists, strangers nothing. */
@Stateless
@DatabaseTurn
public class Rights {
    private static final String OF =
            "select a from UserAccount a left join fetch a.group where a.name = :name and a.enabled = true";

    @PersistenceContext
    EntityManager entities;

    /** The campaigns whose data this person sees. */
    public Scope scopeOf(String userName) {
        return of(userName).scope();
    }

    /** All rights of this person, as they stand now; none for a name that is unknown or switched off. */
    public PersonRights of(String userName) {
        return entities.createQuery(OF, UserAccount.class)
                .setParameter("name", userName)
                .getResultStream()
                .findFirst()
                .map(Rights::of)
                .orElse(PersonRights.NONE);
    }

    private static PersonRights of(UserAccount account) {
        boolean everything = account.getRoles().contains(Role.ADMIN.word());
        return account.group()
                .map(UserGroup::settings)
                .map(settings -> new PersonRights(everything, settings))
                .orElse(new PersonRights(everything, PersonRights.NONE.settings()));
    }
}
