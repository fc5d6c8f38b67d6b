package org.switchroom.user.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.switchroom.audit.boundary.AuditLog;
import org.switchroom.audit.entity.Actor;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.common.control.SecretSeal;
import org.switchroom.user.control.RecoveryCodes;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.control.Totp;
import org.switchroom.user.control.UnknownNameException;
import org.switchroom.user.entity.RecoveryCode;
import org.switchroom.user.entity.SecondFactor;
import org.switchroom.user.entity.UserAccount;

/**
 * Second factors of people: enrolled by a first right code, asked for at each sign-in, dropped by their owner with a code or by an
 * administrator. Keys are sealed in the database and told to nobody; recovery codes are kept as hashes.
 */
@Stateless
@DatabaseTurn
public class SecondFactors {
    private static final String FIELD = "second_factor";

    private static final String FORGET_CODES = "delete from RecoveryCode c where c.id.userId = :user";
    private static final String LEFT =
            "select count(c) from RecoveryCode c where c.id.userId = :user and c.usedAt is null";

    @PersistenceContext
    EntityManager entities;

    @Inject
    DatabaseTime time;

    @Inject
    AuditLog audit;

    @Inject
    SecretSeal seal;

    /**
     * How it stands with somebody's second factor.
     *
     * @param since empty if none is enrolled
     * @param codesLeft recovery codes that were not used yet
     */
    public record State(Optional<Instant> since, int codesLeft) {}

    public State state(String name) {
        UserAccount account = present(name).orElseThrow(() -> new UnknownNameException("account", name));
        long left = entities.createQuery(LEFT, Long.class)
                .setParameter("user", account.getId())
                .getSingleResult();
        return new State(account.secondFactor().map(SecondFactor::getEnrolledAt), (int) left);
    }

    /**
     * Enrols an authenticator; gives the recovery codes, this once.
     *
     * @param key in Base32, as {@link Totp#newKey} made it
     * @param code of now, so that nobody locks themselves out
     * @throws SettingsRefusedException if the code is not of now, or there is one already
     */
    public List<String> enrol(String name, String key, String code) {
        UserAccount account = find(name);
        if (account.secondFactor().isPresent()) {
            throw new SettingsRefusedException("code", "there is a second factor already");
        }
        long step = Totp.of(key)
                .step(typed(code), time.now(), 0)
                .orElseThrow(() -> new SettingsRefusedException("code", "is not the code of now"));
        account.setSecondFactor(new SecondFactor(seal.seal(key, owner(account)), step, time.now()));
        audit.record(entry(account).before(Map.of(FIELD, "none")).after(Map.of(FIELD, "enrolled")));
        return anotherSet(account);
    }

    /** Whether this is a code that lets its owner in now: of the authenticator, or a recovery code; none is good twice. */
    public boolean isRight(String name, String code, Optional<String> address) {
        UserAccount account = find(name);
        return account.secondFactor().isPresent() && isTaken(account, typed(code), address);
    }

    /**
     * Another set of recovery codes; those before are good no more.
     *
     * @throws SettingsRefusedException if the code is not right
     */
    public List<String> renewCodes(String name, String code) {
        UserAccount account = withRightCode(name, code);
        audit.record(entry(account).after(Map.of("recovery_codes", "made anew")));
        return anotherSet(account);
    }

    /**
     * Its owner wants none any more.
     *
     * @throws SettingsRefusedException if the code is not right
     */
    public void drop(String name, String code) {
        remove(withRightCode(name, code), "dropped by its owner");
    }

    /** Somebody lost it: the next sign-in needs none, or enrols another. */
    public void reset(String name) {
        UserAccount account = find(name);
        if (account.secondFactor().isPresent()) {
            remove(account, "removed by somebody else");
        }
    }

    private UserAccount withRightCode(String name, String code) {
        UserAccount account = find(name);
        if (account.secondFactor().isEmpty() || !isTaken(account, typed(code), Optional.empty())) {
            throw new SettingsRefusedException("code", "is not the code of now, or was used before");
        }
        return account;
    }

    private boolean isTaken(UserAccount account, String typed, Optional<String> address) {
        if (RecoveryCodes.isSpelled(typed)) {
            return isRecoveryCodeTaken(account, typed, address);
        }
        SecondFactor factor = account.secondFactor().orElseThrow();
        String key = seal.open(factor.getSealedKey(), owner(account));
        Optional<Long> step = Totp.of(key).step(typed, time.now(), factor.lastStep());
        step.ifPresent(factor::take);
        return step.isPresent();
    }

    private boolean isRecoveryCodeTaken(UserAccount account, String typed, Optional<String> address) {
        RecoveryCode.Key key = new RecoveryCode.Key(account.getId(), RecoveryCodes.hash(typed));
        RecoveryCode code = entities.find(RecoveryCode.class, key, LockModeType.PESSIMISTIC_WRITE);
        boolean taken = code != null && code.use(time.now());
        if (taken) {
            audit.record(
                    new Actor(account.getName(), Actor.Way.PAGE, address),
                    entry(account).after(Map.of("recovery_codes", "one was used")));
        }
        return taken;
    }

    private List<String> anotherSet(UserAccount account) {
        forgetCodes(account);
        List<String> codes = RecoveryCodes.another();
        codes.forEach(code -> entities.persist(new RecoveryCode(account.getId(), RecoveryCodes.hash(code))));
        return codes;
    }

    private void remove(UserAccount account, String how) {
        account.setSecondFactor(null);
        forgetCodes(account);
        audit.record(entry(account).before(Map.of(FIELD, "enrolled")).after(Map.of(FIELD, how)));
    }

    private void forgetCodes(UserAccount account) {
        entities.createQuery(FORGET_CODES).setParameter("user", account.getId()).executeUpdate();
    }

    /** Locked, so that of two with the same code one comes second. */
    private UserAccount find(String name) {
        return present(name)
                .map(account -> {
                    entities.refresh(account, LockModeType.PESSIMISTIC_WRITE);
                    return account;
                })
                .orElseThrow(() -> new UnknownNameException("account", name));
    }

    private Optional<UserAccount> present(String name) {
        return entities.createQuery("select a from UserAccount a where a.name = :name", UserAccount.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    private static AuditEntry entry(UserAccount account) {
        return AuditEntry.of(Accounts.SUBJECT, account.getName());
    }

    private static String owner(UserAccount account) {
        return "user_account/" + account.getName();
    }

    private static String typed(String code) {
        return code == null ? "" : code.replace(" ", "");
    }
}
