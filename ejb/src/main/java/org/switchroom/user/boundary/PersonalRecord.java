package org.switchroom.user.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.switchroom.audit.boundary.AuditLog;
import org.switchroom.audit.boundary.AuditTrail;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.audit.entity.AuditFilter;
import org.switchroom.audit.entity.AuditRecord;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.user.control.AccountErased;
import org.switchroom.user.control.Administrators;
import org.switchroom.user.control.UnknownNameException;
import org.switchroom.user.entity.ApiToken;
import org.switchroom.user.entity.UserAccount;
import org.switchroom.user.entity.UserSession;

/**
 * All that is kept of one person who has an account: given out, and erased. The name of the account stays where histories and the audit say who
 * did something; a chain of hashes can't forget.
 */
@Stateless
@DatabaseTurn
public class PersonalRecord {
    /** So many of the newest entries of the audit are given out. */
    static final int MOST_ENTRIES = 5000;

    private static final String FIND = "select a from UserAccount a where a.name = :name";
    private static final String SESSIONS =
            "select s from UserSession s where s.account.name = :name order by s.id desc";
    private static final String TOKENS = "select t from ApiToken t where t.account.name = :name order by t.id desc";
    /** They end rather than go, so that each node is told; times alone are left, for as long as those of others. */
    private static final String END_SESSIONS = """
            update UserSession s set s.endedAt = coalesce(s.endedAt, :now), s.endedBy = null, s.address = null, s.agent = null
             where s.account.id = :account\
            """;

    private static final List<String> FORGET = List.of(
            "delete from ApiToken t where t.account.id = :account",
            "delete from RecoveryCode c where c.id.userId = :account");

    @PersistenceContext
    EntityManager entities;

    @Inject
    DatabaseTime time;

    @Inject
    AuditLog audit;

    @Inject
    AuditTrail trail;

    @Inject
    Event<AccountErased> erased;

    /**
     * What is kept.
     *
     * @param done by this person, newest first
     * @param about this person's account, newest first
     */
    public record Kept(
            UserAccount account,
            List<UserSession> sessions,
            List<ApiToken> tokens,
            List<AuditRecord> done,
            List<AuditRecord> about) {

        /** Whether there may be older entries of the audit that were left out. */
        public boolean isCut() {
            return done.size() == MOST_ENTRIES || about.size() == MOST_ENTRIES;
        }
    }

    /**
     * Gives it out, which is in the audit itself.
     *
     * @throws UnknownNameException if there is no such account
     */
    public Kept export(String name) {
        UserAccount account = find(name);
        Kept kept = new Kept(
                account,
                entities.createQuery(SESSIONS, UserSession.class)
                        .setParameter("name", name)
                        .getResultList(),
                entities.createQuery(TOKENS, ApiToken.class)
                        .setParameter("name", name)
                        .getResultList(),
                trail.list(AuditFilter.by(name), Long.MAX_VALUE, MOST_ENTRIES),
                trail.list(AuditFilter.about(Accounts.SUBJECT, name), Long.MAX_VALUE, MOST_ENTRIES));
        audit.record(AuditEntry.of(Accounts.SUBJECT, name).verb(AuditVerb.EXPORTED));
        return kept;
    }

    /**
     * Erases it, and what other features keep of the person. The account stays without anything in it, so that nobody gets its name; it is never used again.
     *
     * @throws UnknownNameException if there is no such account
     * @throws org.switchroom.user.control.LastAdministratorException if nobody could administer afterwards
     */
    public void erase(String name) {
        UserAccount account = find(name);
        entities.refresh(account, LockModeType.PESSIMISTIC_WRITE);
        if (account.settings().isAdministrator()) {
            Administrators.needAnother(entities, name);
        }
        account.erase(time.now());
        entities.flush();
        entities.createQuery(END_SESSIONS)
                .setParameter("now", time.now())
                .setParameter("account", account.getId())
                .executeUpdate();
        FORGET.forEach(statement -> entities.createQuery(statement)
                .setParameter("account", account.getId())
                .executeUpdate());
        erased.fire(new AccountErased(name));
        audit.record(AuditEntry.of(Accounts.SUBJECT, name).verb(AuditVerb.REMOVED));
    }

    private UserAccount find(String name) {
        return entities.createQuery(FIND, UserAccount.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new UnknownNameException("account", name));
    }
}
