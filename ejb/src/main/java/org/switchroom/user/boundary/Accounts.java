package org.switchroom.user.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.user.control.Passwords;
import org.switchroom.user.entity.Role;
import org.switchroom.user.entity.UserAccount;

/** The accounts. */
@Stateless
@DatabaseTurn
public class Accounts {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private DatabaseTime time;

    public List<UserAccount> list() {
        return entities.createQuery("select a from UserAccount a order by a.name", UserAccount.class)
                .getResultList();
    }

    public Optional<UserAccount> find(String name) {
        return entities.createQuery("select a from UserAccount a where a.name = :name", UserAccount.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    /** Whether there is none at all. */
    public boolean areNone() {
        return entities.createQuery("select count(a) from UserAccount a", Long.class)
                        .getSingleResult()
                == 0;
    }

    /** Adds an account. */
    public void add(String name, String fullName, String password, Set<Role> roles) {
        entities.persist(new UserAccount(name, fullName, Passwords.hash(password.toCharArray()), roles, time.now()));
    }
}
