package org.switchroom.user.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Optional;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.user.control.AddressKey;
import org.switchroom.user.control.UserLog;
import org.switchroom.user.entity.SignInAddress;

/** Counts wrong sign-ins by where they came from, so that nobody tries one password on all accounts. */
@Stateless
@DatabaseTurn
public class SignInTries {
    @PersistenceContext
    EntityManager entities;

    @Inject
    DatabaseTime time;

    /** Whether somebody from this address may try now. */
    public boolean mayTry(String address) {
        return Optional.ofNullable(entities.find(SignInAddress.class, AddressKey.of(address)))
                .map(known -> !known.isLocked(time.now()))
                .orElse(true);
    }

    /** Another wrong one. Of two first ones at the same moment one may be lost; the next is counted. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void failed(String address) {
        String key = AddressKey.of(address);
        SignInAddress known = entities.find(SignInAddress.class, key, LockModeType.PESSIMISTIC_WRITE);
        if (known == null) {
            known = new SignInAddress(key, time.now());
            entities.persist(known);
        }
        known.fail(time.now());
        if (known.isLocked(time.now())) {
            UserLog.LOG.addressLocked(key);
        }
    }

    /** Forgets those of long ago. */
    public int forget(Duration age) {
        return entities.createQuery(
                        "delete from SignInAddress a where a.firstAt < :before and (a.lockedUntil is null or a.lockedUntil < :before)")
                .setParameter("before", time.now().minus(age))
                .executeUpdate();
    }
}
