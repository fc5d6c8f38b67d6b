package org.switchroom.user.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.switchroom.audit.boundary.AuditLog;
import org.switchroom.audit.entity.Actor;
import org.switchroom.audit.entity.AuditEntry;
import org.switchroom.audit.entity.AuditVerb;
import org.switchroom.common.control.DatabaseTime;
import org.switchroom.common.control.DatabaseTurn;
import org.switchroom.user.control.UnknownNameException;
import org.switchroom.user.entity.SessionOrigin;
import org.switchroom.user.entity.UserAccount;
import org.switchroom.user.entity.UserSession;

/**
 * Who is signed in at the pages, from where, and since when. A session that is not open here is nobody's, whatever the container thinks of
 * its cookie. Sign-ins and sign-outs are in the audit.
 */
@Stateless
@DatabaseTurn
public class Sessions {
    static final String SUBJECT = "user_session";

    private static final String LIST = """
            select s from UserSession s join s.account a
             where s.endedAt is null and s.seenAt > :seenAfter and (:anyOwner = true or a.name = :owner) and s.id < :before
             order by s.id desc\
            """;
    private static final String OF_NODE = "select s from UserSession s where s.node = :node and s.endedAt is null";
    private static final String ENDED = "select s.id from UserSession s where s.endedAt >= :since";
    private static final String FORGET =
            "delete from UserSession s where s.seenAt < :until and (s.endedAt is not null or s.seenAt < :closed)";

    @PersistenceContext
    EntityManager entities;

    @Inject
    DatabaseTime time;

    @Inject
    AuditLog audit;

    /** Somebody is in, after all that was asked for; gives the id of the session. */
    public long begin(String userName, SessionOrigin origin) {
        UserAccount account = entities.createQuery(
                        "select a from UserAccount a where a.name = :name", UserAccount.class)
                .setParameter("name", userName)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new UnknownNameException("account", userName));
        UserSession session = new UserSession(account, origin, time.now());
        entities.persist(session);
        audit.record(
                new Actor(userName, Actor.Way.PAGE, origin.address()),
                AuditEntry.of(SUBJECT, userName).verb(AuditVerb.SIGNED_IN).after(fields(session)));
        return session.getId();
    }

    /** Whether this session may go on; remembers that it was seen. */
    public boolean isOpen(long id) {
        return find(id).filter(UserSession::isOpen)
                .map(session -> {
                    session.see(time.now());
                    return true;
                })
                .orElse(false);
    }

    /**
     * Those that are open, newest first.
     *
     * @param owner name of the account; empty for all
     * @param before id; only older ones are given
     */
    public List<UserSession> list(Optional<String> owner, long before, int most) {
        return entities.createQuery(LIST, UserSession.class)
                .setParameter("seenAfter", time.now().minus(UserSession.OPEN_FOR))
                .setParameter("anyOwner", owner.isEmpty())
                .setParameter("owner", owner.orElse(""))
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * Signs a session out.
     *
     * @param by who does it
     * @param owner whose it must be; empty if it may be anybody's
     * @throws UnknownNameException if there is none of this owner
     */
    public void end(long id, String by, Optional<String> owner) {
        UserSession session = find(id).filter(
                        found -> owner.map(found.getAccount().getName()::equals).orElse(true))
                .orElseThrow(() -> new UnknownNameException("session", Long.toString(id)));
        end(session, by);
    }

    /** Signs a person out everywhere but in one session; gives how many ended. */
    public int endOthers(String owner, long kept, String by) {
        List<UserSession> others = list(Optional.of(owner), Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                .filter(session -> session.getId() != kept)
                .toList();
        others.forEach(session -> end(session, by));
        return others.size();
    }

    /** Nobody did anything in it for too long. */
    public void expired(long id) {
        find(id).ifPresent(session -> session.end(time.now(), null));
    }

    /** This node starts: what it held before is gone. */
    public void forgetThoseOf(String node) {
        entities.createQuery(OF_NODE, UserSession.class)
                .setParameter("node", node)
                .getResultList()
                .forEach(session -> session.end(time.now(), null));
    }

    /** Those that ended within this time. */
    public Set<Long> endedWithin(Duration past) {
        Instant since = time.now().minus(past);
        return Set.copyOf(entities.createQuery(ENDED, Long.class)
                .setParameter("since", since)
                .getResultList());
    }

    /** Removes what is known of sessions that were over before then. */
    public int removeOlderThan(Duration age) {
        Instant now = time.now();
        return entities.createQuery(FORGET)
                .setParameter("until", now.minus(age))
                .setParameter("closed", now.minus(UserSession.OPEN_FOR))
                .executeUpdate();
    }

    private void end(UserSession session, String by) {
        if (session.getEndedAt() == null) {
            session.end(time.now(), by);
            audit.record(AuditEntry.of(SUBJECT, session.getAccount().getName())
                    .verb(AuditVerb.SIGNED_OUT)
                    .before(fields(session)));
        }
    }

    private Optional<UserSession> find(long id) {
        return Optional.ofNullable(entities.find(UserSession.class, id));
    }

    private static Map<String, String> fields(UserSession session) {
        return Map.of("session", Long.toString(session.getId()));
    }
}
