package org.switchroom.queue.control;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.switchroom.queue.entity.ActionFilter;
import org.switchroom.queue.entity.ActionRow;
import org.switchroom.queue.entity.ActionStatus;
import org.switchroom.queue.entity.ActionTransition;
import org.switchroom.queue.entity.FinishedAction;
import org.switchroom.queue.entity.QueuedAction;

/**
 * Reads actions, hot rows first, then history. Rows move from one to the other one way and ids only grow, so a row may show twice
 * for a moment but is never missed.
 */
public final class ActionArchive {
    private static final int COUNTED_AT_MOST = 10_000;

    private final EntityManager entities;

    /** @param entities of the bean that reads: the container gives entity managers to enterprise beans before they are used */
    public ActionArchive(EntityManager entities) {
        this.entities = entities;
    }

    public Optional<ActionRow> find(long id) {
        ActionRow hot = entities.find(QueuedAction.class, id);
        return Optional.ofNullable(hot == null ? entities.find(FinishedAction.class, id) : hot);
    }

    /** In no order; what is not there is left out. */
    public List<ActionRow> find(Set<Long> ids) {
        List<ActionRow> rows = new ArrayList<>(read(QueuedAction.class, ids));
        Set<Long> moved = new HashSet<>(ids);
        rows.forEach(row -> moved.remove(row.getId()));
        rows.addAll(read(FinishedAction.class, moved));
        return rows;
    }

    public List<ActionTransition> transitions(long id) {
        return entities.createQuery(
                        "select t from ActionTransition t where t.queuedActionId = :id order by t.id",
                        ActionTransition.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** A page of both tables together: rows of long calls stay hot while younger ones are in history already. */
    public List<ActionRow> list(ActionFilter filter, int offset, int limit) {
        List<Long> hot = ids(QueuedAction.class, filter, offset + limit);
        List<Long> past = ids(FinishedAction.class, filter, offset + limit);
        List<Long> wanted = Stream.concat(hot.stream(), past.stream())
                .sorted(Comparator.reverseOrder())
                .distinct()
                .skip(offset)
                .limit(limit)
                .toList();
        Map<Long, ActionRow> rows = new HashMap<>();
        read(FinishedAction.class, wanted).forEach(row -> rows.put(row.getId(), row));
        read(QueuedAction.class, wanted).forEach(row -> rows.put(row.getId(), row));
        return wanted.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    public int count(ActionFilter filter) {
        int hot = count(QueuedAction.class, filter);
        return hot >= COUNTED_AT_MOST ? hot : Math.min(COUNTED_AT_MOST, hot + count(FinishedAction.class, filter));
    }

    public Map<ActionStatus, Long> countsByStatus() {
        return entities.createQuery("select q.status, count(q) from QueuedAction q group by q.status", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (ActionStatus) row[0], row -> (Long) row[1]));
    }

    private <T extends ActionRow> List<Long> ids(Class<T> table, ActionFilter filter, int most) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<Long> query = builder.createQuery(Long.class);
        Root<T> row = query.from(table);
        query.select(row.get("id")).where(conditions(builder, row, filter)).orderBy(builder.desc(row.get("id")));
        return entities.createQuery(query).setMaxResults(most).getResultList();
    }

    private <T extends ActionRow> List<T> read(Class<T> table, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery("select r from " + table.getSimpleName() + " r where r.id in :ids", table)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** Counts at most {@value #COUNTED_AT_MOST}: a page that long is filtered and not turned. */
    private <T extends ActionRow> int count(Class<T> table, ActionFilter filter) {
        CriteriaBuilder builder = entities.getCriteriaBuilder();
        CriteriaQuery<Long> query = builder.createQuery(Long.class);
        Root<T> row = query.from(table);
        query.select(row.get("id")).where(conditions(builder, row, filter));
        TypedQuery<Long> ids = entities.createQuery(query).setMaxResults(COUNTED_AT_MOST);
        return ids.getResultList().size();
    }

    private static Predicate[] conditions(CriteriaBuilder builder, Root<?> row, ActionFilter filter) {
        List<Predicate> all = new ArrayList<>();
        filter.status().ifPresent(status -> all.add(builder.equal(row.get("status"), status)));
        filter.serverName().ifPresent(name -> all.add(builder.equal(row.get("serverName"), name)));
        filter.action().ifPresent(action -> all.add(builder.equal(row.get("action"), action)));
        filter.upToId().ifPresent(id -> all.add(builder.le(row.get("id"), id)));
        filter.text().ifPresent(text -> all.add(holding(builder, row, text)));
        return all.toArray(Predicate[]::new);
    }

    private static Predicate holding(CriteriaBuilder builder, Root<?> row, String text) {
        String pattern = "%" + text.replaceAll("[!%_]", "!$0") + "%";
        Predicate holds = builder.or(
                builder.like(row.get("headers"), pattern, '!'),
                builder.like(row.get("channel"), pattern, '!'),
                builder.like(row.get("submittedBy"), pattern, '!'));
        return text.matches("[0-9]{1,18}")
                ? builder.or(holds, builder.equal(row.get("id"), Long.valueOf(text)))
                : holds;
    }
}
