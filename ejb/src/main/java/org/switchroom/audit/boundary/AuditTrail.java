package org.switchroom.audit.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.switchroom.audit.control.ChainPatrol;
import org.switchroom.audit.entity.AuditFilter;
import org.switchroom.audit.entity.AuditRecord;
import org.switchroom.audit.entity.ChainReport;
import org.switchroom.common.control.DatabaseTurn;

/** What people did, for reading. */
@Stateless
@DatabaseTurn
public class AuditTrail {
    private static final Instant FIRST = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant LAST = Instant.parse("2999-12-31T00:00:00Z");
    private static final String LIST = """
            select e from AuditRecord e
             where e.id < :before
               and (:anyActor = true or e.actor = :actor)
               and (:anySubject = true or e.subject = :subject)
               and (:anyKey = true or e.key = :key)
               and e.at >= :from and e.at < :until
             order by e.id desc\
            """;

    @PersistenceContext
    EntityManager entities;

    @Inject
    ChainPatrol patrol;

    /**
     * Those that are wanted, newest first.
     *
     * @param before id of an entry; only older ones are given, so that a page stays what it was while new entries come in
     */
    public List<AuditRecord> list(AuditFilter filter, long before, int most) {
        return entities.createQuery(LIST, AuditRecord.class)
                .setParameter("before", before)
                .setParameter("anyActor", filter.actor().isEmpty())
                .setParameter("actor", filter.actor().orElse(""))
                .setParameter("anySubject", filter.subject().isEmpty())
                .setParameter("subject", filter.subject().orElse(""))
                .setParameter("anyKey", filter.key().isEmpty())
                .setParameter("key", filter.key().orElse(""))
                .setParameter("from", filter.from().orElse(FIRST))
                .setParameter("until", filter.until().orElse(LAST))
                .setMaxResults(most)
                .getResultList();
    }

    public Optional<AuditRecord> find(long id) {
        return Optional.ofNullable(entities.find(AuditRecord.class, id));
    }

    /** The newest entry about one thing: who touched it last. */
    public Optional<AuditRecord> latest(String subject, String key) {
        return list(AuditFilter.about(subject, key), Long.MAX_VALUE, 1).stream().findFirst();
    }

    /** All kinds of things that there are entries about. */
    public List<String> subjects() {
        return entities.createQuery("select distinct e.subject from AuditRecord e order by e.subject", String.class)
                .getResultList();
    }

    /** Verifies the whole chain; some 10 s for a million entries. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ChainReport verify() {
        return patrol.whole();
    }
}
