package org.switchroom.audit.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
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
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<AuditRecord> query = builder.createQuery(AuditRecord.class);
        Root<AuditRecord> entry = query.from(AuditRecord.class);
        query.where(conditions(builder, entry, filter, before)).orderBy(builder.desc(entry.get("id")));
        return entities.createQuery(query).setMaxResults(most).getResultList();
    }

    /** Only what is asked for: a condition that always holds would keep the database from its indexes. */
    private static Predicate[] conditions(
            CriteriaBuilder builder, Root<AuditRecord> entry, AuditFilter filter, long before) {
        List<Predicate> all = new ArrayList<>();
        all.add(builder.lt(entry.get("id"), before));
        filter.actor().ifPresent(actor -> all.add(builder.equal(entry.get("actor"), actor)));
        filter.subject().ifPresent(subject -> all.add(builder.equal(entry.get("subject"), subject)));
        filter.key().ifPresent(key -> all.add(builder.equal(entry.get("key"), key)));
        filter.from().ifPresent(from -> all.add(builder.greaterThanOrEqualTo(entry.get("at"), from)));
        filter.until().ifPresent(until -> all.add(builder.lessThan(entry.get("at"), until)));
        return all.toArray(Predicate[]::new);
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
