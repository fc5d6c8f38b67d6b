package org.switchroom.endpoint.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.function.Consumer;
import org.switchroom.endpoint.control.DialPlanSnapshot;
import org.switchroom.endpoint.entity.AllowedContext;
import org.switchroom.endpoint.entity.Endpoint;

/**
 * The trunks, phones and allowed contexts of all servers. Each method is one transaction; a change tells {@link DialPlan} after its commit.
 * Entities come back detached: change them through this class.
 */
@Stateless
public class EndpointDirectory {
    private static final String FINGERPRINT = """
            select concat_ws('/',
              (select concat_ws(':', count(*), coalesce(sum(crc32(concat_ws('|', id, server_name, technology, name, kind,
                  coalesce(digits_pattern, '-'), coalesce(max_originates_per_second, '-'), enabled))), 0)) from endpoint),
              (select concat_ws(':', count(*), coalesce(sum(crc32(concat_ws('|', id, server_name, context, exten_pattern))), 0))
                  from allowed_context))
            """;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Event<DialPlanChanged> changed;

    /** All endpoints by server and name. */
    public List<Endpoint> endpoints() {
        return entities.createQuery("select e from Endpoint e order by e.serverName, e.name", Endpoint.class)
                .getResultList();
    }

    /** The endpoints of one server by name. */
    public List<Endpoint> endpointsOf(String serverName) {
        return entities.createQuery(
                        "select e from Endpoint e where e.serverName = :serverName order by e.name", Endpoint.class)
                .setParameter("serverName", serverName)
                .getResultList();
    }

    /** All allowed contexts by server and name. */
    public List<AllowedContext> contexts() {
        return entities.createQuery(
                        "select c from AllowedContext c order by c.serverName, c.context", AllowedContext.class)
                .getResultList();
    }

    /** The contexts allowed on one server, those of every server among them, by name. */
    public List<AllowedContext> contextsOf(String serverName) {
        return entities.createQuery(
                        "select c from AllowedContext c where c.serverName in (:serverName, :every) order by c.context",
                        AllowedContext.class)
                .setParameter("serverName", serverName)
                .setParameter("every", AllowedContext.EVERY_SERVER)
                .getResultList();
    }

    /** Adds an endpoint and returns its id. */
    public long add(Endpoint endpoint) {
        return persist(endpoint).id();
    }

    /** Adds an allowed context and returns its id. */
    public long add(AllowedContext context) {
        return persist(context).id();
    }

    /**
     * Changes an endpoint by its own verbs, for example {@code change(7, Endpoint::disable)}.
     *
     * @throws UnknownEndpointException if it is gone
     */
    public void changeEndpoint(long id, Consumer<Endpoint> change) {
        change.accept(endpoint(id));
        announce();
    }

    /**
     * Changes an allowed context by its own verb.
     *
     * @throws UnknownEndpointException if it is gone
     */
    public void changeContext(long id, Consumer<AllowedContext> change) {
        change.accept(context(id));
        announce();
    }

    /**
     * Removes an endpoint; nothing can be dialled by its name any more.
     *
     * @throws UnknownEndpointException if it is gone already
     */
    public void removeEndpoint(long id) {
        entities.remove(endpoint(id));
        announce();
    }

    /**
     * Removes an allowed context.
     *
     * @throws UnknownEndpointException if it is gone already
     */
    public void removeContext(long id) {
        entities.remove(context(id));
        announce();
    }

    /** The plan that the tables make now. */
    public DialPlanSnapshot snapshot() {
        return DialPlanSnapshot.of(endpoints(), contexts());
    }

    /** A short text that changes whenever a row of the two tables does. */
    public String fingerprint() {
        return String.valueOf(
                entities.createNativeQuery(FINGERPRINT, String.class).getSingleResult());
    }

    private Endpoint endpoint(long id) {
        Endpoint found = entities.find(Endpoint.class, id);
        if (found == null) {
            throw new UnknownEndpointException("endpoint", id);
        }
        return found;
    }

    private AllowedContext context(long id) {
        AllowedContext found = entities.find(AllowedContext.class, id);
        if (found == null) {
            throw new UnknownEndpointException("allowed context", id);
        }
        return found;
    }

    private <T> T persist(T entity) {
        entities.persist(entity);
        entities.flush();
        announce();
        return entity;
    }

    private void announce() {
        changed.fire(new DialPlanChanged());
    }
}
