package org.switchroom.endpoint.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.switchroom.endpoint.entity.AllowedContext;
import org.switchroom.endpoint.entity.Endpoint;
import org.switchroom.endpoint.entity.InvalidEndpointException;
import org.switchroom.endpoint.entity.SafePattern;
import org.switchroom.endpoint.entity.Technology;

/**
 * What may be dialled, and where calls may be sent, on every server at one moment. Immutable and safe for use by many threads. A row of the
 * tables that can't be trusted is left out, and named in {@link #leftOut()}: it allows nothing, and does no harm to its neighbours.
 */
public final class DialPlanSnapshot {
    /** Nothing can be dialled. */
    public static final DialPlanSnapshot EMPTY = of(List.of(), List.of());

    private record EndpointKey(String serverName, Technology technology, String name) {}

    private record ContextKey(String serverName, String context) {}

    private final Map<EndpointKey, Dialable> endpoints;
    private final Map<ContextKey, List<SafePattern>> contexts;
    private final List<String> leftOut;
    private final Map<String, Map<String, Integer>> limits = new HashMap<>();

    private DialPlanSnapshot(
            Map<EndpointKey, Dialable> endpoints, Map<ContextKey, List<SafePattern>> contexts, List<String> leftOut) {
        this.endpoints = Map.copyOf(endpoints);
        this.contexts = Map.copyOf(contexts);
        this.leftOut = List.copyOf(leftOut);
        endpoints
                .values()
                .forEach(endpoint -> endpoint.maxOriginatesPerSecond()
                        .ifPresent(limit -> limits.computeIfAbsent(endpoint.serverName(), name -> new HashMap<>())
                                .put(endpoint.technology().spelling() + "/" + endpoint.name(), limit)));
    }

    /** The plan that these rows make. */
    public static DialPlanSnapshot of(Collection<Endpoint> endpoints, Collection<AllowedContext> contexts) {
        List<String> leftOut = new ArrayList<>();
        return new DialPlanSnapshot(dialable(endpoints, leftOut), patterns(contexts, leftOut), leftOut);
    }

    private static Map<EndpointKey, Dialable> dialable(Collection<Endpoint> endpoints, List<String> leftOut) {
        Map<EndpointKey, Dialable> usable = new HashMap<>();
        for (Endpoint endpoint : endpoints) {
            try {
                Dialable dialable = Dialable.of(endpoint);
                usable.put(new EndpointKey(dialable.serverName(), dialable.technology(), dialable.name()), dialable);
            } catch (InvalidEndpointException e) {
                leftOut.add("endpoint %d, %s".formatted(endpoint.id(), e.getMessage()));
            }
        }
        return usable;
    }

    private static Map<ContextKey, List<SafePattern>> patterns(
            Collection<AllowedContext> contexts, List<String> leftOut) {
        Map<ContextKey, List<SafePattern>> usable = new HashMap<>();
        for (AllowedContext allowed : contexts) {
            try {
                allowed.requireValid();
                usable.computeIfAbsent(new ContextKey(allowed.serverName(), allowed.context()), k -> new ArrayList<>())
                        .add(SafePattern.parse("exten_pattern", allowed.extenPattern()));
            } catch (InvalidEndpointException e) {
                leftOut.add("allowed_context %d, %s".formatted(allowed.id(), e.getMessage()));
            }
        }
        return usable;
    }

    /** The endpoint of this name on a server, enabled or not. */
    public Optional<Dialable> endpoint(String serverName, Technology technology, String name) {
        return Optional.ofNullable(endpoints.get(new EndpointKey(serverName, technology, name)));
    }

    /** Whether rows of others may name this context on a server at all. */
    public boolean allowsContext(String serverName, String context) {
        return !patterns(serverName, context).isEmpty();
    }

    /** Whether rows of others may send a call to this extension. */
    public boolean allowsExtension(String serverName, String context, String exten) {
        return patterns(serverName, context).stream().anyMatch(pattern -> pattern.matches(exten));
    }

    private List<SafePattern> patterns(String serverName, String context) {
        List<SafePattern> all = new ArrayList<>(contexts.getOrDefault(new ContextKey(serverName, context), List.of()));
        all.addAll(contexts.getOrDefault(new ContextKey(AllowedContext.EVERY_SERVER, context), List.of()));
        return all;
    }

    /** Rows that allow nothing because they can't be trusted, each with its reason; for the log and the page of servers. */
    public List<String> leftOut() {
        return leftOut;
    }

    /** Originates a second by the endpoint's spelling, {@code PJSIP/carrier}, of a server's endpoints that have a limit of their own. */
    public Map<String, Integer> limits(String serverName) {
        return limits.getOrDefault(serverName, Map.of());
    }

    public int endpointCount() {
        return endpoints.size();
    }
}
