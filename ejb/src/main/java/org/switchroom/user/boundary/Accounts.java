package org.switchroom.user.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.switchroom.audit.boundary.AuditLog;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.common.StaleVersionException;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.common.control.UniqueRow;
import org.switchroom.user.control.Administrators;
import org.switchroom.user.control.LastAdministratorException;
import org.switchroom.user.control.NameTakenException;
import org.switchroom.user.control.OpenSessions;
import org.switchroom.user.control.PasswordRules;
import org.switchroom.user.control.Passwords;
import org.switchroom.user.control.SettingsRefusedException;
import org.switchroom.user.control.UnknownNameException;
import org.switchroom.user.entity.AccountFilter;
import org.switchroom.user.entity.AccountSettings;
import org.switchroom.user.entity.Role;
import org.switchroom.user.entity.UserAccount;
import org.switchroom.user.entity.UserGroup;

/** The accounts of people and programs. Each change is in the audit; accounts come back detached. */
@Stateless
@DatabaseTurn
public class Accounts {
    static final String SUBJECT = "user_account";
    private static final String ACCOUNT = "account";

    private static final String LIST = """
            select a from UserAccount a left join a.group g
             where (lower(a.name) like :text escape '!' or lower(a.fullName) like :text escape '!')
               and (:anyRole = true or :role member of a.roles)
               and (:anyEnabled = true or a.enabled = :enabled)
               and (:anyGroup = true or g.name = :group)
               and a.name > :after
             order by a.name\
            """;

    @PersistenceContext
    EntityManager entities;

    @Inject
    DatabaseTime time;

    @Inject
    AuditLog audit;

    /**
     * Those that are wanted, by name.
     *
     * @param after name after which to begin; empty for the first
     */
    public List<UserAccount> list(AccountFilter filter, String after, int most) {
        return entities.createQuery(LIST, UserAccount.class)
                .setParameter("text", filter.pattern())
                .setParameter("anyRole", filter.role().isEmpty())
                .setParameter("role", filter.role().map(Role::word).orElse(""))
                .setParameter("anyEnabled", filter.enabled().isEmpty())
                .setParameter("enabled", filter.enabled().orElse(true))
                .setParameter("anyGroup", filter.group().isEmpty())
                .setParameter("group", filter.group().orElse(""))
                .setParameter("after", after)
                .setMaxResults(most)
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

    /** Adds an account with this role alone, at the first start. */
    public void addFirst(String name, String fullName, String password, Role role) {
        add(name, new AccountSettings(fullName, Set.of(role), null, true, null), password, false);
    }

    /**
     * Adds an account, whose owner must change the password at the first sign-in.
     *
     * @throws SettingsRefusedException if something of it can't be
     * @throws NameTakenException if there is one of this name
     */
    public UserAccount add(String name, AccountSettings settings, String password) {
        return add(name, settings, password, true);
    }

    private UserAccount add(String name, AccountSettings settings, String password, boolean mustChange) {
        SettingsRefusedException.ifAny(AccountSettings.violationsOfName(name));
        SettingsRefusedException.ifAny(settings.violations());
        SettingsRefusedException.ifAny(PasswordRules.violations(name, password));
        if (find(name).isPresent()) {
            throw new NameTakenException("an account", name);
        }
        UserAccount account = new UserAccount(name, settings.fullName(), "", settings.roles(), time.now());
        account.setPasswordHash(hashed(password), mustChange, time.now());
        account.configure(settings, group(settings));
        UniqueRow.store(entities, account, () -> new NameTakenException("an account", name));
        audit.record(AuditEntry.of(SUBJECT, name).verb(AuditVerb.ADDED).after(settings.fields()));
        return account;
    }

    /**
     * Changes an account.
     *
     * @param seen the version that the change rests on
     * @throws SettingsRefusedException if something of it can't be
     * @throws StaleVersionException if somebody else changed it meanwhile
     * @throws LastAdministratorException if nobody could administer afterwards
     */
    public UserAccount change(String name, AccountSettings settings, long seen) {
        SettingsRefusedException.ifAny(settings.violations());
        UserAccount account = locked(name);
        StaleVersionException.refuse("account " + name, seen, account.getVersion());
        AccountSettings before = account.settings();
        if (before.isAdministrator() && !settings.isAdministrator()) {
            Administrators.needAnother(entities, name);
        }
        account.configure(settings, group(settings));
        entities.flush();
        audit.record(AuditEntry.of(SUBJECT, name).before(before.fields()).after(settings.fields()));
        return account;
    }

    /**
     * Gives an account another password, which its owner must change at the next sign-in; whoever is signed in with the old one is out.
     *
     * @throws SettingsRefusedException if it breaks a rule
     */
    public void setPassword(String name, String password) {
        UserAccount account = locked(name);
        store(account, password, true);
        OpenSessions.end(entities, account, time.now());
        audit.record(AuditEntry.of(SUBJECT, name).after(Map.of("password", "set by somebody else")));
    }

    /**
     * The owner's own change.
     *
     * @throws SettingsRefusedException if the present one is wrong or the new one breaks a rule
     */
    public void changePassword(String name, String present, String wanted) {
        UserAccount account = locked(name);
        String typed = PasswordRules.normalized(present);
        if (!Passwords.isRight(typed.toCharArray(), account.getPasswordHash())) {
            throw new SettingsRefusedException("present", "is not the present password");
        }
        if (PasswordRules.normalized(wanted).equals(typed)) {
            throw new SettingsRefusedException("password", "not the present one again");
        }
        store(account, wanted, false);
        audit.record(AuditEntry.of(SUBJECT, name).after(Map.of("password", "changed by its owner")));
    }

    /**
     * The owner's choice after somebody else set a password that is good for one sign-in.
     *
     * @throws SettingsRefusedException if it breaks a rule, or is the same again
     */
    public void choosePassword(String name, String wanted) {
        UserAccount account = locked(name);
        if (Passwords.isRight(PasswordRules.normalized(wanted).toCharArray(), account.getPasswordHash())) {
            throw new SettingsRefusedException("password", "not the present one again");
        }
        store(account, wanted, false);
        audit.record(AuditEntry.of(SUBJECT, name).after(Map.of("password", "chosen by its owner")));
    }

    /** Lets somebody try again at once who was locked out. */
    public void unlock(String name) {
        locked(name).unlock();
        audit.record(AuditEntry.of(SUBJECT, name).after(Map.of("locked", "false")));
    }

    private void store(UserAccount account, String password, boolean mustChange) {
        SettingsRefusedException.ifAny(PasswordRules.violations(account.getName(), password));
        account.setPasswordHash(hashed(password), mustChange, time.now());
        entities.flush();
    }

    private static String hashed(String password) {
        return Passwords.hash(PasswordRules.normalized(password).toCharArray());
    }

    private UserAccount locked(String name) {
        return find(name)
                .map(account -> {
                    entities.refresh(account, LockModeType.PESSIMISTIC_WRITE);
                    if (account.isErased()) {
                        throw new SettingsRefusedException("name", "this account was erased; add another one");
                    }
                    return account;
                })
                .orElseThrow(() -> new UnknownNameException(ACCOUNT, name));
    }

    private UserGroup group(AccountSettings settings) {
        if (settings.group() == null) {
            return null;
        }
        return entities.createQuery("select g from UserGroup g where g.name = :name", UserGroup.class)
                .setParameter("name", settings.group())
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new SettingsRefusedException("group", "there is no such group"));
    }
}
