package org.switchroom.user.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.user.control.UserLog;
import org.switchroom.user.entity.UserAccount;

/**
 * Counts tries to sign in, in the database, so that the limit holds on all nodes together. The password itself is checked by the
 * server's security domain between {@link #mayTry} and {@link #succeeded} or {@link #failed}.
 */
@Stateless
@DatabaseTurn
public class SignIn {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private DatabaseTime time;

    /** Whether this account may try now. Unknown names may, and will fail like any other, so nothing is told about them. */
    public boolean mayTry(String name) {
        Instant now = time.now();
        return find(name).map(account -> !account.isLocked(now)).orElse(true);
    }

    public void succeeded(String name) {
        Instant now = time.now();
        find(name).ifPresent(account -> account.succeed(now));
    }

    public void failed(String name) {
        Instant now = time.now();
        find(name).ifPresent(account -> {
            account.fail(now);
            if (account.isLocked(now)) {
                UserLog.LOG.locked(account.getName());
            }
        });
    }

    private Optional<UserAccount> find(String name) {
        return entities.createQuery("select a from UserAccount a where a.name = :name", UserAccount.class)
                .setParameter("name", name)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }
}
