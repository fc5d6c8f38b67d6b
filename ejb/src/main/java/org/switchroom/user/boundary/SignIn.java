package org.switchroom.user.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.switchroom.audit.boundary.AuditLog;
import org.switchroom.audit.entity.Actor;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.user.control.UserLog;
import org.switchroom.user.entity.SignInStep;
import org.switchroom.user.entity.UserAccount;

/**
 * Counts tries to sign in, in the database, so that the limit holds on all nodes together. The password itself is checked by the
 * server's security domain between {@link #mayTry} and {@link #next} or {@link #failed}; {@link #succeeded} comes after the last step, so
 * that a right password alone forgets no wrong code.
 */
@Stateless
@DatabaseTurn
public class SignIn {
    @PersistenceContext
    EntityManager entities;

    @Inject
    DatabaseTime time;

    @Inject
    AuditLog audit;

    @Inject
    RulesOfSignIn rules;

    /** Whether this account may try now. Unknown names may, and will fail like any other, so nothing is told about them. */
    public boolean mayTry(String name) {
        Instant now = time.now();
        return find(name).map(account -> !account.isLocked(now)).orElse(true);
    }

    /**
     * What is still to be done after the right password.
     *
     * @param codeGiven whether a code of the second factor was given, or it was enrolled just now
     */
    public Optional<SignInStep> next(String name, boolean codeGiven) {
        UserAccount account = find(name).orElseThrow();
        boolean enrolled = account.secondFactor().isPresent();
        if (enrolled && !codeGiven) {
            return Optional.of(SignInStep.CODE);
        }
        if (account.isMustChangePassword()) {
            return Optional.of(SignInStep.PASSWORD);
        }
        return !enrolled && rules.rules().needSecondFactor(account.getRoles())
                ? Optional.of(SignInStep.ENROL)
                : Optional.empty();
    }

    /** All that was asked for was right. */
    public void succeeded(String name) {
        Instant now = time.now();
        find(name).ifPresent(account -> account.succeed(now));
    }

    /**
     * A password or a code was wrong.
     *
     * @param address where it came from
     */
    public void failed(String name, Optional<String> address) {
        Instant now = time.now();
        find(name).ifPresent(account -> {
            account.fail(now);
            if (account.isLocked(now)) {
                UserLog.LOG.locked(account.getName());
                audit.record(
                        new Actor(account.getName(), Actor.Way.PAGE, address),
                        AuditEntry.of(Accounts.SUBJECT, account.getName())
                                .verb(AuditVerb.REFUSED)
                                .after(Map.of("locked", "true")));
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
