package org.switchroom.server.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.switchroom.server.entity.ServerState;

/** The servers as this node knows them now, in memory. Safe for use by many threads. */
@ApplicationScoped
public class ServerDirectory {
    private final Map<String, ServerFacts> servers = new ConcurrentHashMap<>();
    private final Map<String, Integer> channelCounts = new ConcurrentHashMap<>();

    public Optional<ServerFacts> find(String name) {
        return Optional.ofNullable(servers.get(name));
    }

    public Collection<ServerFacts> all() {
        return List.copyOf(servers.values());
    }

    public boolean isUp(String name) {
        return find(name).map(ServerFacts::isUp).orElse(false);
    }

    /** Live channels on a server, as the channel feature counted them last; 0 where it did not. */
    public int channelCount(String name) {
        return channelCounts.getOrDefault(name, 0);
    }

    public void countChannels(String name, int count) {
        channelCounts.put(name, count);
    }

    void put(ServerFacts facts) {
        servers.put(facts.name(), facts);
    }

    /**
     * Takes over what an administrator set. A stream that stands tells nothing new, so the state of a server that is listened to in
     * the same way stays as it is at this very moment; all others begin anew. An epoch never falls.
     */
    ServerFacts take(ServerFacts facts) {
        return servers.compute(facts.name(), (name, known) -> {
            boolean goesOn = known != null
                    && known.enabled()
                    && facts.enabled()
                    && known.events().equals(facts.events());
            ServerFacts next = goesOn ? facts.withState(known.state()) : facts;
            return known == null ? next : next.withEpoch(Math.max(known.epoch(), next.epoch()));
        });
    }

    void remove(String name) {
        servers.remove(name);
        channelCounts.remove(name);
    }

    void changeState(String name, ServerState state) {
        servers.computeIfPresent(name, (key, facts) -> facts.enabled() ? facts.withState(state) : facts);
    }

    void changeEpoch(String name, long epoch) {
        servers.computeIfPresent(name, (key, facts) -> facts.withEpoch(epoch));
    }
}
