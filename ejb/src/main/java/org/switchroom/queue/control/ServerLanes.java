package org.switchroom.queue.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.switchroom.endpoint.boundary.DialPlan;
import org.switchroom.queue.catalogue.ValidAction;
import org.switchroom.server.control.ServerDirectory;
import org.switchroom.server.control.ServerFacts;

/** Which lanes there are, and how many Originates each may get now. One thread at a time, but for {@link #trunkOf}. */
@ApplicationScoped
class ServerLanes {
    private final ServerDirectory directory;
    private final DialPlan plan;
    private final Map<LaneKey, OriginateRate> rates = new HashMap<>();
    private int turn;

    @Inject
    ServerLanes(ServerDirectory directory, DialPlan plan) {
        this.directory = directory;
        this.plan = plan;
    }

    /** For the container's proxy only. */
    protected ServerLanes() {
        this(null, null);
    }

    /** The trunk whose own limit an action counts under; empty if there is none. */
    String trunkOf(ValidAction action) {
        return action.dialled()
                .map(dialled -> dialled.technology().spelling() + "/" + dialled.endpoint())
                .filter(trunk -> plan.current().limits(action.serverName()).containsKey(trunk))
                .orElse("");
    }

    /** Takes over what was changed in the dial plan since the last look; cheap if nothing was. Not within a transaction. */
    void refresh() {
        plan.refresh();
    }

    /** Lanes of all servers that are not switched off, up or not. */
    List<LaneKey> all() {
        List<LaneKey> lanes = new ArrayList<>();
        for (ServerFacts server : directory.all()) {
            if (server.enabled()) {
                lanes.add(LaneKey.of(server.name(), false));
                lanes.add(LaneKey.of(server.name(), true));
                plan.current().limits(server.name()).keySet().stream()
                        .sorted()
                        .forEach(trunk -> lanes.add(new LaneKey(server.name(), true, trunk)));
            }
        }
        return lanes;
    }

    /** These lanes in the order in which they are served: what is not rated first, then each trunk in its turn. */
    List<LaneKey> inTurn(List<LaneKey> due) {
        List<LaneKey> rated =
                new ArrayList<>(due.stream().filter(LaneKey::originate).toList());
        Collections.rotate(rated, -(turn++ % Math.max(1, rated.size())));
        List<LaneKey> all =
                new ArrayList<>(due.stream().filter(lane -> !lane.originate()).toList());
        all.addAll(rated);
        return all;
    }

    /** How many Originates a lane may get now: the server's limit and the trunk's both count. */
    int allowance(ServerFacts server, LaneKey lane, long nowNanos) {
        int free = server.maxChannels() - directory.channelCount(server.name());
        int allowed = Math.min(free, rate(server(lane), nowNanos).refill(nowNanos, server.maxOriginatesPerSecond()));
        Integer limit = plan.current().limits(server.name()).get(lane.trunk());
        return limit == null ? allowed : Math.min(allowed, rate(lane, nowNanos).refill(nowNanos, limit));
    }

    /** So many of this lane were claimed. */
    void use(LaneKey lane, int count, long nowNanos) {
        rate(server(lane), nowNanos).use(count);
        if (!lane.trunk().isEmpty()) {
            rate(lane, nowNanos).use(count);
        }
    }

    private static LaneKey server(LaneKey lane) {
        return LaneKey.of(lane.serverName(), true);
    }

    private OriginateRate rate(LaneKey key, long nowNanos) {
        return rates.computeIfAbsent(key, k -> new OriginateRate(nowNanos));
    }
}
